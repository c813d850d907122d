import { z } from "zod";
import type { Archive } from "../archives/archive";
import type { Answers, Section } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";
import { answerUseForm } from "./answer-use";

/** The name of an item before and after it has an id: its unit and, at PhysioNet, its person. */
export function itemKey(item: { unitId: string; personId: string | null }): string {
  return `${item.unitId}:${item.personId ?? ""}`;
}

// Read field by field with the archive's own schema; here only the shape of the message.
const answers = z.record(z.string().max(60), z.unknown());

/**
 * What the form sends to save a draft. `id` is made by the form, so that the same form sent twice
 * is one request; `version` is the one the form was based on, null for a request not yet saved.
 */
export const draftForm = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive().nullable(),
  archive: z.string().max(40),
  title: z.string().max(20_000),
  unitIds: z.array(z.uuid()).min(1).max(50),
  personIds: z.array(z.uuid()).max(50),
  answers,
  /** By `itemKey`. */
  itemAnswers: z.record(z.string().max(80), answers),
  /** The questions that were answered from the library since the last save. */
  uses: z.array(answerUseForm).max(200).optional(),
});
export type Draft = z.infer<typeof draftForm>;

/** The items a draft asks for: one per unit, or per unit and person where the archive counts so. */
export function itemsOf(
  archive: Pick<Archive, "itemPerPerson">,
  draft: Pick<Draft, "unitIds" | "personIds">,
): { unitId: string; personId: string | null }[] {
  const unitIds = [...new Set(draft.unitIds)];
  if (!archive.itemPerPerson) return unitIds.map((unitId) => ({ unitId, personId: null }));
  const personIds = [...new Set(draft.personIds)];
  return unitIds.flatMap((unitId) => personIds.map((personId) => ({ unitId, personId })));
}

/** Who does what on the request, read from the answers that name persons. */
export function functionsOf(
  sections: readonly Section[],
  answers: Answers,
  items: readonly { personId: string | null }[],
): { personId: string; function: PersonFunction }[] {
  const named = sections
    .filter((section) => section.scope === "request")
    .flatMap((section) => section.fields)
    .flatMap((field) => {
      const role = field.function;
      if (!role) return [];
      const value = answers[field.id] ?? [];
      const ids = typeof value === "object" ? value : [String(value)];
      return ids.filter(Boolean).map((personId) => ({ personId, function: role }));
    });
  const applicants = items.flatMap((item) =>
    item.personId ? [{ personId: item.personId, function: "applicant" as const }] : [],
  );
  const seen = new Set<string>();
  return [...named, ...applicants].filter(({ personId, function: role }) => {
    const key = `${personId}:${role}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Everything a form holds in one record: by field id, for an item's answers `item/field`. */
export type FlatForm = Readonly<Record<string, unknown>>;

/** A form as one flat record, so that one comparison names what changed. */
export function flatten(form: {
  title: string;
  answers: Answers;
  items: readonly { unitId: string; personId: string | null; answers: Answers }[];
}): FlatForm {
  const flat: Record<string, unknown> = {
    ...form.answers,
    title: form.title,
    items: form.items.map(itemKey).sort(),
  };
  for (const item of form.items) {
    for (const [field, value] of Object.entries(item.answers))
      flat[`${itemKey(item)}/${field}`] = value;
  }
  return flat;
}

/** The names of the entries that differ; an empty answer and an absent one are the same. */
export function changedFields(before: FlatForm, after: FlatForm): string[] {
  const blank = (value: unknown) =>
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      !(blank(before[name]) && blank(after[name])) &&
      JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
