import type { Gate } from "../archives/gate";
import type { Party } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { Claim, Pending, Track } from "./facts";

/** Whether somebody may open a unit on a day. Never stored: always the answer of `readiness`. */
export const ACCESS_STATUSES = [
  "ready",
  "ready_ending",
  "not_confirmed",
  "blocked",
  "lapsed",
  "revoked",
  "closed",
  "never",
] as const;
export type AccessStatus = (typeof ACCESS_STATUSES)[number];

/** Why a gate is shut. */
export const REASON_CODES = [
  /** Nothing is recorded. */
  "missing",
  /** Begun, and the next step is ours. */
  "incomplete",
  /** With the archive, a reference, a reviewer; what it would replace, if anything, has ended. */
  "in_review",
  "rejected",
  /** Its time is over. */
  "lapsed",
  "revoked",
  "closed",
  /** Recorded, but it begins later. */
  "not_yet",
  /** An account is recorded but nobody verified it. */
  "unverified",
  /** Signed for another version of the same project. */
  "other_version",
  "not_named",
  /** Not on the team yet, or no longer. */
  "not_joined",
  "left",
  /** The person under whom everybody works has left. */
  "lead_left",
  "barred_country",
  "deprecated",
  "embargoed",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Where to click. */
export type Place =
  | { kind: "person"; id: string }
  | { kind: "institution" }
  | { kind: "request"; number: number }
  | { kind: "agreement"; id: string }
  | { kind: "newRequest"; unitId: string }
  | { kind: "unit"; unitId: string };

/** One gate that is shut: why, since or until when, who must act, and where. */
export interface Reason {
  gate: Gate;
  code: ReasonCode;
  /**
   * The day it is about; null where there is none. In review, incomplete, rejected, unverified: since.
   * Lapsed, left, embargoed: the last day. Revoked, closed, deprecated, barred: the first day without.
   * Not yet, not joined: the first day with.
   */
  on: Day | null;
  /** Which clock ended it, where there are several. */
  clock?: string;
  /** Who has the next move, and the person of the team where that is one. */
  party: Party;
  personId: string | null;
  place: Place;
  pending?: Pending;
}

/** What a met gate rests on. */
export interface Held {
  gate: Gate;
  claim: Claim;
}

export const REMARK_CODES = [
  /** A renewal or a new report is with its reviewers while the old one holds; on: since. */
  "replacement_in_review",
  /** Named, but the archive gives the files to others of the project: use the team's copy. */
  "not_a_downloader",
  /** The access is the person's own and outlives the team; on: the last day on it. */
  "personal_access_stays",
  /** A clock that this team does not count has run out; on: its last day. */
  "report_ended",
  /** Nobody taught us this archive's conditions: what is said here is not known to be so. */
  "rules_unknown",
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

/** Something to know that shuts nothing. `gate` is null where it is about none of them. */
export interface Remark {
  code: RemarkCode;
  gate: Gate | null;
  on: Day | null;
}

export interface Verdict {
  status: AccessStatus;
  /** The last day of access while it is open; null: no end is known, or it is shut. */
  until: Day | null;
  /** The gate that ends it, with the claim that runs out; null where a rule begins to bind instead. */
  endsBy: { gate: Gate; claim: Claim | null } | null;
  /** Every gate that is shut; empty exactly when the unit is open. */
  reasons: readonly Reason[];
  /** What is recorded for the gates that are met: what could be proved. */
  held: readonly Held[];
  remarks: readonly Remark[];
  /** The way that this verdict is about; null where there is none. */
  track: Track | null;
}

/** Whether this verdict lets the person open the unit, as far as the team knows. */
export function isOpen({ status }: Pick<Verdict, "status">): boolean {
  return status === "ready" || status === "ready_ending" || status === "not_confirmed";
}
