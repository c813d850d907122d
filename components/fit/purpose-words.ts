import { useTranslations } from "next-intl";
import { useDates } from "@/components/words/dates";
import { COUNTRIES } from "@/lib/archives/countries";
import type { PurposeFields } from "@/lib/data-use/purpose";
import type { PURPOSE_FIELDS } from "@/lib/data-use/purpose-fields";
import { QUESTIONS } from "@/lib/data-use/purpose-questions";
import { isDay } from "@/lib/dates/day";

type Field = (typeof PURPOSE_FIELDS)[number];

/** Says what stands in a field of a purpose; empty where nothing does. */
export function usePurposeWords(): (field: Field, purpose: PurposeFields) => string {
  const t = useTranslations("fit.purpose");
  const dates = useDates();
  return (field, purpose) => {
    if (field === "kinds") return purpose.kinds.map((kind) => t(`kinds.${kind}`)).join(", ");
    if (isQuestion(field)) return t(`answers.${purpose[field]}`);
    if (field === "country") {
      return COUNTRIES.find(({ value }) => value === purpose.country)?.label ?? "";
    }
    if (field === "until") return isDay(purpose.until) ? dates.day(purpose.until) : purpose.until;
    const said = purpose[field];
    return typeof said === "string" ? said : said.join(", ");
  };
}

function isQuestion(field: Field): field is (typeof QUESTIONS)[number] {
  return (QUESTIONS as readonly string[]).includes(field);
}
