import { useLocale } from "next-intl";
import { getLocale } from "next-intl/server";
import { type Dates, datesIn } from "@/lib/dates/dates-in";

/** Dates, distances and lists in the reader's language, for client and plain server components. */
export function useDates(): Dates {
  return datesIn(useLocale());
}

/** The same for server components that wait for something. */
export async function getDates(): Promise<Dates> {
  return datesIn(await getLocale());
}
