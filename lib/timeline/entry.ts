import type { Day } from "../dates/day";
import type { DutyState } from "../duties/state";
import type { Place } from "../readiness/verdict";

/** What the timeline tells of; each can be switched off. */
export const TIMELINE_KINDS = [
  "access",
  "credential",
  "agreement",
  "account",
  "duty",
  "reminder",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One stretch of time for which something holds; half open, without `before` open-ended. */
export interface Span {
  id: string;
  from: Day;
  before: Day | null;
  /** What `before` stands for, as with claims: time runs out, somebody ended it, a new one came. */
  end: "clock" | "revoked" | "closed" | "replaced" | null;
  /** Its renewal lies with the archive. */
  renewalFiled?: boolean;
  /** Held to be met although it is not there. */
  isWaived?: boolean;
}

/** Mail about a duty on one day: what went, or what will go if nothing happens before. */
export interface Reminder {
  on: Day;
  isSent: boolean;
  /** Names of its readers. */
  to: readonly string[];
}

/** A day by which something is to be done. */
export interface Due {
  on: Day;
  state: DutyState;
  reminders: readonly Reminder[];
}

/** Where an entry leads: the page on which more is known of it. */
export type EntryPlace =
  | Extract<Place, { kind: "person" | "institution" | "request" | "agreement" }>
  | { kind: "duty"; id: string };

/** One line of facts: an approval with its renewals, a training, an agreement, or a duty. */
export interface Entry {
  /** Unique within its group. */
  id: string;
  kind: Exclude<TimelineKind, "reminder">;
  /** What it is: the data, the training, the text, the deed. */
  what: string;
  /** Whose it is or who sees to it; null: the institution's, the team's, a whole request's. */
  holder: string | null;
  /** The number of the request whose approval this is. */
  request: number | null;
  /** The request names the holder, among others; else it is the holder's own. */
  isShared: boolean;
  place: EntryPlace;
  /** In order of `from`; empty for a duty. */
  spans: readonly Span[];
  due: Due | null;
}

/** How a stretch stands on a day, in the words of verdicts; two of its own beside them. */
export type Standing =
  | "planned"
  | "ready"
  | "ready_ending"
  | "lapsed"
  | "revoked"
  | "closed"
  | "renewed";
