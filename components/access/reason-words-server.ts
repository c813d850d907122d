import { getTranslations } from "next-intl/server";
import { getDates } from "@/components/words/dates";
import { getSay } from "@/components/words/say";
import { type ReasonWords, reasonWords } from "./reason-words";

/** The sentences about access, where no component is rendered: route handlers. */
export async function getReasonWords(): Promise<ReasonWords> {
  const t = await getTranslations("readiness");
  const party = await getTranslations("requests.waiting");
  const [dates, say] = [await getDates(), await getSay()];
  return reasonWords({ t, party, dates, say });
}
