import type { Day } from "../dates/day";
import type { AgreementDraft, ApprovalFacts } from "./agreement";
import type { DepartureRules } from "./departure";
import type { Gate, GatedUnit } from "./gate";
import type { PolicyRule } from "./policy";
import type { IdentityScheme, QualificationType, RuleSetting, RuleValues } from "./qualification";

/** The statuses all archives share; each archive's own steps map to one of them. */
export const REVIEW_STATUSES = [
  "draft",
  "internal_signoff",
  "submitted",
  "in_review",
  "changes_requested",
  "approved",
  "rejected",
  "withdrawn",
  "closing",
  "closed",
  "terminated",
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** Who has the next move. `us` is anybody in the team, `holder` the person the item is for. */
export const PARTIES = [
  "us",
  "holder",
  "pi",
  "signing_official",
  "legal_representative",
  "reference",
  "help_desk",
  "archive",
  "dac",
  "reviewers",
  "nobody",
] as const;
export type Party = (typeof PARTIES)[number];

/** What somebody does on a request. */
export const PERSON_FUNCTIONS = [
  "applicant",
  "pi",
  "signing_official",
  "it_director",
  "internal_collaborator",
  "external_collaborator",
  "downloader",
  "legal_representative",
  "authorised_personnel",
  "supervised",
] as const;
export type PersonFunction = (typeof PERSON_FUNCTIONS)[number];

/** A place in an archive's lifecycle, in the words its users know. */
export interface Step {
  id: string;
  label: string;
  status: ReviewStatus;
  waitingOn: Party;
  /** One sentence, in the present tense, without a date: what is the state and what comes next. */
  sentence: string;
  /** The form may be edited and items may be added while an item is here. */
  editable?: boolean;
  /** Usual length in days and the day after which to chase; absent where nobody knows. */
  usual?: { expectedDays: number; chaseAfterDays: number; source: string };
  /** What the archive does when nothing happens for so many days from the step's first; perhaps only. */
  byItself?: readonly { afterDays: number; what: string; source: string }[];
  /** Public source of this step. */
  source: string;
}

/** Something a move asks for. */
export interface Ask {
  id: string;
  label: string;
  /** `date`: a calendar day; `days`: a whole number of days, 0 or more; `text`: one line; `comment`: several lines. */
  kind: "date" | "days" | "text" | "comment";
  required: boolean;
  help?: string;
  /** What the answer becomes: the day the step was entered, the archive's number for the request or the item, the length of the approval. Others are kept in the history only. */
  meaning?:
    | "on"
    | "requestNumber"
    | "itemNumber"
    | "durationDays"
    // Of a qualification:
    | "reference"
    | "completedOn"
    | "reportEndsOn"
    | "endsOn";
  /** For text: a linear-time pattern source and an example of a good answer. */
  pattern?: string;
  example?: string;
  /** What is said of text that does not match, where more is known than its form. */
  refusal?: string;
  /** What the field starts with. */
  initial?: string;
}

/** A way from some steps to another one. */
export interface Move {
  id: string;
  /** The words on the button. */
  label: string;
  from: readonly string[];
  to: string;
  /** `request`: all items that stand in `from` go together; `item`: the chosen ones go. */
  scope: "request" | "item";
  /** Who does this in the world; recorded here by a member of the team. */
  by: Party;
  permission: "request.move" | "request.approve";
  asks: readonly Ask[];
  /**
   * `submit`: the form must be complete. `file`: the form must be complete and the request now
   * lies with the archive; keeps a copy of what was filed. `grant`: creates the grant (decision
   * day, start, end and document are always asked). `renew`: as `file`, for a new round of a request
   * whose approval goes on meanwhile. `end`: ends the item's grant. `none`: only the step changes.
   */
  effect: "none" | "submit" | "file" | "renew" | "grant" | "end";
  /** Only for items that have an approval which nobody ended, or only for those that have none. */
  only?: "granted" | "not_granted";
  tone: "primary" | "neutral" | "danger";
  source: string;
}

export interface Lifecycle {
  id: string;
  name: string;
  initial: string;
  steps: readonly Step[];
  moves: readonly Move[];
}

/** A question of an archive's form. Text limits are in characters after trimming. */
export interface Field {
  id: string;
  label: string;
  kind:
    | "text"
    | "textarea"
    | "email"
    | "url"
    | "date"
    | "select"
    | "multiselect"
    | "checkbox"
    | "person"
    | "people";
  required: boolean;
  /** Shown beside the question: what is meant, what reviewers send back. */
  guidance: string;
  maxLength?: number;
  minWords?: number;
  options?: readonly { value: string; label: string }[];
  /** For person and people: the function these persons get on the request. */
  function?: PersonFunction;
  /** The question counts (and is required) only when an earlier answer of the form has one of these values. */
  when?: { field: string; in: readonly string[] };
  source?: string;
}

export interface Section {
  id: string;
  title: string;
  /** `request`: answered once; `item`: answered for each item (at PhysioNet: for each person). */
  scope: "request" | "item";
  intro?: string;
  fields: readonly Field[];
}

/** The answer to one question: text (also days, options and person ids), several of them, or a tick. */
export type AnswerValue = string | boolean | string[];

/** Answers of a form by field id; field ids are unique within a form. What is absent has not been answered. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** An item as the rules of its form see it. */
export interface AnsweredItem {
  id: string;
  answers: Answers;
  unit?: UnitFacts;
  /** The person it is for, at PhysioNet. */
  personId?: string | null;
}

/** A person as the rules of a form see them; `rank` is a code of lib/people/rank.ts. */
export interface NamedPerson {
  id: string;
  name: string;
  email: string | null;
  rank: string;
  institution: string;
}

/** Two answers that do not fit together, said as a sentence at the field to change. */
export interface AnswerProblem {
  field: string;
  /** Present when the question is answered for each item. */
  itemId?: string;
  message: string;
}

/** How an approval's end is proposed, and the duty that follows from it. */
export interface Terms {
  /** The question whose answer (days) gives the end, where the archive decides in days. */
  asksDuration: boolean;
  /** The last day of access that the archive's rule gives, null for open-ended, with the arithmetic in words. */
  proposeEnd(decision: { decidedOn: Day; startsOn: Day; durationDays?: number }): {
    endsOn: Day | null;
    rule: string;
  };
  /** The duty at the end of a grant. */
  endDuty: {
    /** Obligation kind, e.g. `dbgap_renewal`. */
    kind: string;
    /** What ends, for a mail's first sentence: "access under the dbGaP approval". */
    whatEnds: string;
    /** What to do, in the imperative. */
    whatToDo: string;
    /** How many days before the end it is safe to act. */
    safeDaysBefore: number;
    /** What happens if it is missed. */
    ifMissed: string;
    source: string;
  };
}

/** What the rules need to know of an access unit. */
export interface UnitFacts {
  code: string;
  accessClass: string;
  policy: string | null;
  /** dbGaP's consent code, such as `HMB-IRB-MDS`; null or absent when it is not known. */
  consentCode?: string | null;
}

/** Everything the product knows about one gated archive, as data and pure functions. */
export interface Archive {
  code: string;
  name: string;
  /** Where the team files and looks up its requests. */
  portalUrl: string;
  /** The archive's own words. */
  words: { request: string; item: string; agreement: string; unit: string };
  /** True where an item is one person and one unit. */
  itemPerPerson: boolean;
  /** What the archive numbers; null where it gives none. */
  numbers: { request: Ask | null; item: Ask | null };
  lifecycles: readonly Lifecycle[];
  /** The lifecycle that a request for this unit follows. */
  lifecycleOf(unit: UnitFacts): string;
  /** Units that may stand in one request together. */
  sharesRequest(
    a: { code: string; dac: string | null },
    b: { code: string; dac: string | null },
  ): boolean;
  sections(lifecycle: string): readonly Section[];
  /** Rules across fields, asked once the form is to be complete. Empty when all fits. */
  checkAnswers?(
    lifecycle: string,
    answers: Answers,
    items: readonly AnsweredItem[],
    people: readonly NamedPerson[],
  ): AnswerProblem[];
  terms(lifecycle: string): Terms;
  /** The accounts that its users hold. */
  identities: readonly IdentityScheme[];
  /** What its users, or their institution, must hold. */
  qualifications: readonly QualificationType[];
  /** Rules that no public source confirms. */
  rules: readonly RuleSetting[];
  /** What changed its terms, in order of the day from which it binds. */
  policies: readonly PolicyRule[];
  /** The conditions of access to a unit, all of which must be met. Pure: equal for equal units and rules. */
  gates(unit: GatedUnit, rules: RuleValues): readonly Gate[];
  /** The agreement that an approval brings with it; null where the team records it apart. */
  agreementOf(approval: ApprovalFacts): AgreementDraft | null;
  departure: DepartureRules;
}
