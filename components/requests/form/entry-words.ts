import type { AnswerValue, Section } from "@/lib/archives/form";
import { answerText } from "@/lib/requests/answer-text";
import { ITEMS_ENTRY } from "@/lib/requests/merge";

interface Known {
  sections: readonly Section[];
  /** What an item is called, by item key. */
  itemNames: Readonly<Record<string, string>>;
  /** Names of units and persons by id. */
  names: ReadonlyMap<string, string>;
  words: { title: string; items: string; yes: string };
}

/** How an entry of a flat form is named and shown to people. */
export function entryWords(known: Known, name: string, value: unknown) {
  const { sections, itemNames, names, words } = known;
  if (name === "title") return { label: words.title, text: String(value ?? "") };
  if (name === ITEMS_ENTRY) {
    const ids = Array.isArray(value) ? value.map(String) : [];
    return { label: words.items, text: ids.map((id) => names.get(id) ?? "").join(", ") };
  }
  const [fieldId = "", key] = name.split("/").reverse();
  const field = sections.flatMap(({ fields }) => fields).find(({ id }) => id === fieldId);
  if (!field) return { label: fieldId, text: String(value ?? "") };
  const item = key === undefined ? undefined : itemNames[key];
  return {
    label: item === undefined ? field.label : `${item}: ${field.label}`,
    text: answerText(field, value as AnswerValue | undefined, {
      yes: words.yes,
      personName: (id) => names.get(id),
    }),
  };
}
