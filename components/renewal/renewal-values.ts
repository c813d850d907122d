import type { Field } from "@/lib/archives/form";
import type { OutputKind } from "@/lib/archives/renewal";
import { type Keep, keepKey } from "@/lib/requests/keeps";
import { lineOf, type Tellable, withLine, withoutLine } from "@/lib/requests/progress-report";
import type { RenewalView, StoredRenewal } from "@/lib/services/renewals";

/** What the page of a renewal holds while it is being written. */
export interface RenewalValues {
  /** Whether somebody in a function is kept, by `keepKey`. */
  keeps: Record<string, boolean>;
  told: string[];
  answers: Record<string, string>;
}

/** The question into which each kind of output, or an incident, is written. */
export type Tells = Readonly<Partial<Record<OutputKind | "incident", string>>>;

/** What the page starts with. */
export function startOf(
  view: Pick<RenewalView, "people" | "report">,
  fields: readonly Field[],
): RenewalValues {
  return {
    keeps: Object.fromEntries(view.people.map((person) => [keepKey(person), person.isKept])),
    told: [...view.report.told],
    answers: Object.fromEntries(
      fields.map(({ id }) => [id, String(view.report.answers[id] ?? "")]),
    ),
  };
}

/** What is sent to save it. */
export function sentKeeps(people: RenewalView["people"], values: RenewalValues): Keep[] {
  return people.map((person) => ({
    ...{ personId: person.personId, function: person.function },
    keep: values.keeps[keepKey(person)] ?? person.isKept,
  }));
}

/** The answer into which something is told, with its line or without it; null where none asks. */
export function retold(
  tells: Tells,
  entry: Tellable,
  isTold: boolean,
  answers: Readonly<Record<string, string>>,
): { question: string; text: string } | null {
  const question = tells[entry.kind];
  if (question === undefined) return null;
  const text = answers[question] ?? "";
  const line = lineOf(entry);
  return { question, text: isTold ? withLine(text, line) : withoutLine(text, line) };
}

/** Where somebody else's text differs from mine, by name: `answers.plans`, `keeps.…`, `told.…`. */
export function differences(
  mine: RenewalValues,
  theirs: StoredRenewal,
): { name: string; mine: string | boolean; theirs: string | boolean }[] {
  const keeps = new Map(theirs.keeps.map((entry) => [keepKey(entry), entry.keep]));
  const told = new Set([...mine.told, ...theirs.told]);
  const all = [
    ...Object.entries(mine.answers).map(([id, text]) => ({
      ...{ name: `answers.${id}`, mine: text },
      theirs: String(theirs.answers[id] ?? ""),
    })),
    ...Object.entries(mine.keeps).map(([key, keep]) => ({
      ...{ name: `keeps.${key}`, mine: keep, theirs: keeps.get(key) ?? keep },
    })),
    ...[...told].map((id) => ({
      ...{ name: `told.${id}`, mine: mine.told.includes(id), theirs: theirs.told.includes(id) },
    })),
  ];
  return all.filter((entry) => entry.mine !== entry.theirs);
}

/** My text with theirs in the places that were chosen. */
export function chosen(
  mine: RenewalValues,
  theirs: StoredRenewal,
  takeTheirs: ReadonlySet<string>,
): RenewalValues {
  const after = { keeps: { ...mine.keeps }, told: [...mine.told], answers: { ...mine.answers } };
  for (const difference of differences(mine, theirs)) {
    if (!takeTheirs.has(difference.name)) continue;
    const [part, ...rest] = difference.name.split(".");
    const id = rest.join(".");
    if (part === "answers") after.answers[id] = String(difference.theirs);
    else if (part === "keeps") after.keeps[id] = difference.theirs === true;
    else if (difference.theirs === true) after.told.push(id);
    else after.told = after.told.filter((each) => each !== id);
  }
  return after;
}
