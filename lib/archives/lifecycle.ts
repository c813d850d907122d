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
   * day, start, end and document are always asked). `renew`: begins a new round of a request whose
   * approval goes on meanwhile, written from the last approved one. `keep`: the approval stands and
   * the round that was to renew it is given up. `send_back`: keeps
   * what is to be changed, and which sections of the form it is about. `end`: ends
   * the item's grant. `close`: as `end`, once the archive's close-out is complete. `none`: only the
   * step changes.
   */
  effect: "none" | "submit" | "file" | "renew" | "keep" | "send_back" | "grant" | "end" | "close";
  /** What may be attached as evidence: "the committee's letter". An approval always asks for its paper. */
  paper?: string;
  /** Nothing is ticked at first: what goes must be chosen anew, one by one. */
  reselect?: true;
  /** Only for items that have an approval which nobody ended, or only for those that have none. */
  only?: "granted" | "not_granted";
  tone: "primary" | "neutral" | "danger";
  source: string;
}

/**
 * What an approved item becomes by the clock alone, once its approval's last day is over. The
 * archive goes on showing the same step, so no move leads here; it is told from the day.
 */
export interface Lapse {
  label: string;
  /** The steps in which it is told. */
  from: readonly string[];
  /** One sentence, in the present tense, without a date. */
  sentence: string;
  /** The ids of the moves that lead on from it. */
  ways: readonly string[];
  source: string;
}

export interface Lifecycle {
  id: string;
  name: string;
  initial: string;
  steps: readonly Step[];
  moves: readonly Move[];
  /** Absent where no approval of this lifecycle ends by itself. */
  lapse?: Lapse;
}
