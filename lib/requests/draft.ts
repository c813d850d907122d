import type { Archive } from "../archives/archive";
import type { Answers, Section } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";

/** The name of an item before and after it has an id: its unit and, at PhysioNet, its person. */
export function itemKey(item: { unitId: string; personId: string | null }): string {
  return `${item.unitId}:${item.personId ?? ""}`;
}

/** The items a draft asks for: one per unit, or per unit and person where the archive counts so. */
export function itemsOf(
  archive: Pick<Archive, "itemPerPerson">,
  draft: { unitIds: readonly string[]; personIds: readonly string[] },
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
