import { useTranslations } from "next-intl";
import { PERSON_FUNCTIONS, type PersonFunction } from "@/lib/archives/lifecycle";

/** What a function is called, the committee's included; unknown ones as they stand. */
export function useFunctionWords(): (held: string) => string {
  const t = useTranslations("requests.page.function");
  const own = useTranslations("agreements");
  return (held) => {
    if (held === "committee") return own("committee");
    return isPersonFunction(held) ? t(held) : held;
  };
}

function isPersonFunction(held: string): held is PersonFunction {
  return (PERSON_FUNCTIONS as readonly string[]).includes(held);
}
