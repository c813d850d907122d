import type { Answers, AnswerValue, Field, Section } from "../archives/form";
import { isEmpty, readAnswer } from "./answer";
import { itemKey } from "./draft";
import { sectionsFor } from "./form";

interface CopiedItem {
  unitId: string;
  personId: string | null;
}

/** What is copied from: the form of a request, whatever its archive and state. */
export interface CopySource {
  sections: readonly Section[];
  answers: Answers;
  items: readonly (CopiedItem & { answers: Answers })[];
}

/** What is copied to: the form of the new request. `people` are the ids of those on the team. */
export interface CopyTarget {
  sections: readonly Section[];
  items: readonly CopiedItem[];
  people: ReadonlySet<string>;
}

/** Why an answer was not copied. */
export type LeftOut =
  /** A tick is a statement on one application: it is made anew. */
  | "tick"
  /** It is about other data than the new request asks for. */
  | "data"
  /** The new form does not ask this. */
  | "not_asked"
  /** Everybody it names has left the team. */
  | "people"
  /** The new form does not take it: too long, or no choice there. */
  | "unfit";

export interface CopiedForm {
  answers: Record<string, AnswerValue>;
  /** By `itemKey`. */
  itemAnswers: Record<string, Record<string, AnswerValue>>;
  /** Where each copied answer comes from: entries of the flat forms, new one first. */
  origins: Record<string, string>;
  left: { label: string; why: LeftOut }[];
}

/**
 * The answers of a request that another one can begin with. A question is answered by the one of
 * the same id, else by the one on the same topic, else (for persons) by the one with the same
 * function; answers of an item by those of the same person, or of the same data.
 */
export function copyAnswers(source: CopySource, target: CopyTarget): CopiedForm {
  const copied: CopiedForm = { answers: {}, itemAnswers: {}, origins: {}, left: [] };
  const isSameData = sameUnits(source.items, target.items);
  const rule = { isSameData, people: target.people };
  const once = copyFields(
    fieldsOf(source, "request"),
    source.answers,
    fieldsOf(target, "request"),
    rule,
  );
  copied.answers = once.answers;
  for (const [to, from] of once.origins) copied.origins[to] = from;
  copied.left.push(...once.left);
  for (const item of target.items) {
    const from = sourceItem(source.items, item);
    if (!from) continue;
    const each = copyFields(fieldsOf(source, "item"), from.answers, fieldsOf(target, "item"), rule);
    copied.itemAnswers[itemKey(item)] = each.answers;
    for (const [to, was] of each.origins) {
      copied.origins[`${itemKey(item)}/${to}`] = `${itemKey(from)}/${was}`;
    }
    copied.left.push(...each.left);
  }
  return { ...copied, left: withoutTwins(copied.left) };
}

function fieldsOf(
  { sections }: { sections: readonly Section[] },
  scope: Section["scope"],
): Field[] {
  return sectionsFor(sections, scope).flatMap(({ fields }) => fields);
}

/** Whether a new request asks for no other data than the one it is copied from. */
export function sameUnits(before: readonly CopiedItem[], after: readonly CopiedItem[]): boolean {
  const known = new Set(before.map(({ unitId }) => unitId));
  return after.every(({ unitId }) => known.has(unitId));
}

function sourceItem(items: CopySource["items"], wanted: CopiedItem) {
  const ofPerson = items.filter(({ personId }) => personId === wanted.personId);
  return ofPerson.find(({ unitId }) => unitId === wanted.unitId) ?? ofPerson[0];
}

interface Rule {
  isSameData: boolean;
  people: ReadonlySet<string>;
}

function copyFields(
  sources: readonly Field[],
  answers: Answers,
  targets: readonly Field[],
  rule: Rule,
) {
  const result = {
    answers: {} as Record<string, AnswerValue>,
    origins: [] as [string, string][],
    left: [] as CopiedForm["left"],
  };
  const taken = new Map<string, LeftOut | null>();
  for (const target of targets) {
    const source = originOf(target, sources);
    const value = source && answers[source.id];
    if (!source || value === undefined || isEmpty(value)) continue;
    const reading = readCopy(target, value, rule);
    // One text may serve two questions; that it served one is enough.
    if (reading.ok || !taken.has(source.id)) taken.set(source.id, reading.ok ? null : reading.why);
    if (!reading.ok) continue;
    result.answers[target.id] = reading.value;
    result.origins.push([target.id, source.id]);
  }
  for (const field of sources) {
    if (isEmpty(answers[field.id])) continue;
    const why = taken.has(field.id)
      ? taken.get(field.id)
      : field.kind === "checkbox"
        ? "tick"
        : "not_asked";
    if (why) result.left.push({ label: field.label, why });
  }
  return result;
}

function originOf(target: Field, sources: readonly Field[]): Field | undefined {
  return (
    sources.find((field) => field.id === target.id && isAlike(field, target)) ??
    sources.find((field) => target.topic !== undefined && field.topic === target.topic) ??
    sources.find((field) => target.function !== undefined && field.function === target.function)
  );
}

const WRITTEN: readonly Field["kind"][] = ["text", "textarea"];

function isAlike(a: Field, b: Field): boolean {
  return a.kind === b.kind || (WRITTEN.includes(a.kind) && WRITTEN.includes(b.kind));
}

function readCopy(
  target: Field,
  value: AnswerValue,
  { isSameData, people }: Rule,
): { ok: true; value: AnswerValue } | { ok: false; why: LeftOut } {
  if (target.kind === "checkbox") return { ok: false, why: "tick" };
  if (target.aboutData && !isSameData) return { ok: false, why: "data" };
  const isOfPeople = target.kind === "person" || target.kind === "people";
  const given = isOfPeople ? stillHere(target, value, people) : value;
  if (isEmpty(given)) return { ok: false, why: "people" };
  const reading = readAnswer(target, given, "draft");
  return reading.ok ? reading : { ok: false, why: "unfit" };
}

function stillHere(target: Field, value: AnswerValue, people: ReadonlySet<string>): AnswerValue {
  const ids = (Array.isArray(value) ? value : [String(value)]).filter((id) => people.has(id));
  return target.kind === "people" ? ids : (ids[0] ?? "");
}

function withoutTwins(left: CopiedForm["left"]): CopiedForm["left"] {
  return left.filter(
    (entry, index) =>
      left.findIndex(({ label, why }) => label === entry.label && why === entry.why) === index,
  );
}
