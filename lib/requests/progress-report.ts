import type { Answers } from "../archives/form";
import type { OutputKind, Renewal } from "../archives/renewal";
import type { Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { isAnswers, isRecord, isTexts } from "./answers-shape";

/** Something that a progress report may tell: an output of the work, or an incident. */
export interface Tellable {
  id: string;
  kind: OutputKind | "incident";
  on: Day;
  title: string;
  /** A DOI, an address, a meeting; for an incident what was done about it. */
  reference: string;
}

/** A progress report as a round keeps it: the answers, and the ids of what they tell. */
export interface ProgressReport {
  answers: Answers;
  told: readonly string[];
}

/** Reads what a round keeps; null where nothing was saved yet. */
export function readReport(progress: unknown): ProgressReport | null {
  if (!isRecord(progress)) return null;
  const { answers, told } = progress;
  return isAnswers(answers) && isTexts(told) ? { answers, told } : null;
}

/** One line of a report. */
export function lineOf({ title, on, reference }: Tellable): string {
  const end = reference === "" ? "" : `. ${reference}`;
  return `${title} (${formatDay(on)})${end}`;
}

/** The text with a line more, unless it stands there already. */
export function withLine(text: string, line: string): string {
  const kept = text.trimEnd();
  if (kept.split("\n").includes(line)) return text;
  return kept === "" ? line : `${kept}\n${line}`;
}

/** The text without a line; what somebody changed by hand stays. */
export function withoutLine(text: string, line: string): string {
  return text
    .split("\n")
    .filter((each) => each !== line)
    .join("\n");
}

/** The question into which this is written; undefined where the archive does not ask about it. */
function questionOf(renewal: Renewal, { kind }: Pick<Tellable, "kind">): string | undefined {
  return renewal.how === "not_renewable" ? undefined : renewal.tells[kind];
}

/** A report that tells everything it can, as a first text: one line each, oldest first. */
export function firstReport(renewal: Renewal, tellable: readonly Tellable[]): ProgressReport {
  const answers: Record<string, string> = {};
  const told: string[] = [];
  for (const entry of tellable.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const question = questionOf(renewal, entry);
    if (question === undefined) continue;
    answers[question] = withLine(answers[question] ?? "", lineOf(entry));
    told.push(entry.id);
  }
  return { answers, told };
}
