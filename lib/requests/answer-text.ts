import type { AnswerValue, Field } from "../archives/form";
import { isDay } from "../dates/day";
import { formatDay } from "../dates/format";

/** An answer as people read it; empty when nothing was answered. */
export function answerText(
  field: Pick<Field, "kind" | "options">,
  value: AnswerValue | undefined,
  words: { yes: string; personName: (id: string) => string | undefined },
): string {
  if (value === undefined || value === false) return "";
  if (value === true) return words.yes;
  const each = (entry: string) => {
    if (field.kind === "person" || field.kind === "people") return words.personName(entry) ?? "";
    if (field.kind === "date" && isDay(entry)) return formatDay(entry);
    return field.options?.find((option) => option.value === entry)?.label ?? entry;
  };
  return (Array.isArray(value) ? value : [value]).map(each).filter(Boolean).join(", ");
}
