import type { Party } from "../archives/archive";
import type { Gate } from "../archives/gate";
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
  /** The day it is about: ended, begins, in this step since; null where there is none. */
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

/** Something to know that shuts nothing. */
export interface Remark {
  code: "replacement_in_review" | "not_a_downloader" | "personal_access_stays" | "report_ended";
  gate: Gate;
  on: Day | null;
}

export interface Verdict {
  status: AccessStatus;
  /** The last day of access while it is open; null: no end is known, or it is shut. */
  until: Day | null;
  /** The gate that ends it. */
  endsBy: Held | null;
  /** Every gate that is shut; empty exactly when the unit is open. */
  reasons: readonly Reason[];
  held: readonly Held[];
  remarks: readonly Remark[];
  /** The way that this verdict is about; null where there is none. */
  track: Track | null;
}

/** Whether this verdict lets the person open the unit, as far as the team knows. */
export function isOpen({ status }: Pick<Verdict, "status">): boolean {
  return status === "ready" || status === "ready_ending" || status === "not_confirmed";
}
