import type { Section } from "@/lib/archives/form";
import { countingFields, type MissingAnswer, sectionsFor } from "@/lib/requests/form";
import type { DraftContent } from "@/lib/requests/merge";
import type { FormItem } from "./form-values";
import type { OutlineEntry } from "./outline";

/** A section as it stands on the page: once for the request, or once for an item. */
export interface FormPart {
  id: string;
  section: Section;
  item?: { key: string; name: string };
}

export const ASK_PART = "s-what";
export const REVIEW_PART = "s-review";

/** The sections of a form in the order of the page, without those that ask nothing as answered. */
export function partsOf(
  sections: readonly Section[],
  items: readonly FormItem[],
  content: Pick<DraftContent, "answers" | "itemAnswers">,
): FormPart[] {
  const once = sectionsFor(sections, "request").map((section) => ({
    id: `s-${section.id}`,
    section,
  }));
  const each = items.flatMap((item) =>
    sectionsFor(sections, "item").map((section) => ({
      id: `s-${item.id}-${section.id}`,
      section,
      item: { key: item.id, name: itemName(item, items) },
    })),
  );
  return [...once, ...each].filter(({ section, item }: FormPart) => {
    const answers = item ? (content.itemAnswers[item.key] ?? {}) : content.answers;
    return countingFields(section, answers).length > 0;
  });
}

/** What an item is called among the others of its form: the person, the data, or both. */
export function itemName({ unit, person }: FormItem, items: readonly FormItem[]): string {
  if (person === null) return unit.name;
  const hasSeveralUnits = items.some((other) => other.unit.id !== unit.id);
  return hasSeveralUnits ? `${person.name}, ${unit.name}` : person.name;
}

/** The parts with how much each still lacks. */
export function outlineOf(
  parts: readonly FormPart[],
  missing: readonly MissingAnswer[],
  titleOf: (part: FormPart) => string,
  isLocked: (part: FormPart) => boolean,
): OutlineEntry[] {
  return parts.map((part) => ({
    id: part.id,
    title: titleOf(part),
    isLocked: isLocked(part),
    missing: missing.filter(
      ({ sectionId, itemId }) => sectionId === part.section.id && itemId === part.item?.key,
    ).length,
  }));
}
