import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import type { PurposeFields } from "@/lib/data-use/purpose";
import { PURPOSE_FIELDS } from "@/lib/data-use/purpose-fields";
import { usePurposeWords } from "./purpose-words";

/** What a purpose says, without its name. */
export function PurposeSummary({ purpose }: { purpose: PurposeFields }) {
  const t = useTranslations("fit.purpose.short");
  const wordsOf = usePurposeWords();
  const fields = PURPOSE_FIELDS.filter((field) => field !== "name");
  return (
    <Facts facts={fields.map((field) => ({ label: t(field), value: wordsOf(field, purpose) }))} />
  );
}
