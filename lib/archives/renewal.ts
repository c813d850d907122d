import type { Section } from "./form";
import type { PersonFunction } from "./lifecycle";
import type { RuleValues } from "./qualification";

/** What may come of the work with data, told apart as reports ask for it. */
export const OUTPUT_KINDS = [
  "publication",
  "preprint",
  "presentation",
  "data_set",
  "software",
  "patent",
] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** When a renewal is written and filed; days count back from the last day of the approval. */
export interface RenewalWindow {
  /** From here on it may be begun; null: from the approval on. */
  opensDaysBefore: number | null;
  /** The last day on which filing leaves the archive time to decide before the end. */
  lastSafeDaysBefore: number;
  source: string;
  /** What of this the archive does not publish, and whose figure stands here instead. */
  unconfirmed?: string;
}

/** The signature in our own house that a renewal needs before the archive sees it. */
interface SignOff {
  function: PersonFunction;
  /** Obligation kind. */
  kind: string;
  /** What to do, in the imperative. */
  what: string;
  daysBefore: number;
  rule: string;
  source: string;
}

/** Why something is not renewed, and what to do instead. */
interface NotRenewable {
  why: string;
  instead: string;
}

/** An approval that is renewed by a further round. */
interface Renewable {
  /** `extends_end`: counts on from the old end; `starts_at_approval`: counts from the new decision. */
  how: "extends_end" | "starts_at_approval";
  /** One sentence: what a renewal is at this archive. */
  summary: string;
  /** As the team has set the archive's rules. */
  window(rules: RuleValues): RenewalWindow;
  /** Obligation kind of "the window opens". */
  opensKind: string;
  signOff: SignOff | null;
  /** The questions of the progress report that goes with it; none where the archive asks for none. */
  progress: readonly Section[];
  /** The question of the report into which an output of a kind, or an incident, is written. */
  tells: Readonly<Partial<Record<OutputKind | "incident", string>>>;
  /** What is looked through each quarter, so that the report is not written from memory. */
  outputLog?: { kind: string; what: string; source: string };
  /** What holds after the last safe day, and after the end. */
  late: string;
  over: string;
  /** Where an approval has no end. */
  openEnded: NotRenewable;
  source: string;
}

/** How an archive renews its approvals. */
export type Renewal = Renewable | ({ how: "not_renewable"; source: string } & NotRenewable);
