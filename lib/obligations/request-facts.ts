import type { Archive } from "../archives/archive";
import type { Lifecycle, ReviewStatus } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import type { ClosedByHand, StandingDuty } from "./standing";

/** What a request's standing duties depend on. */
export interface RequestFacts {
  request: {
    id: string;
    ownerId: string;
    status: ReviewStatus;
    projectEndsOn: Day | null;
    recordedOn: Day;
  };
  archive: Archive;
  lifecycle: Lifecycle;
  items: readonly { step: string; stepSince: Day }[];
  /** When somebody asked for news about a step. */
  asked: readonly { step: string; on: Day }[];
  grants: readonly HeldGrant[];
  outputs: readonly { id: string; title: string; on: Day; recordedOn: Day }[];
  closed: readonly ClosedByHand[];
  /** The calendar day it is in UTC. */
  today: Day;
}

/** An approval with what its unit asks of whoever uses it. */
export interface HeldGrant {
  unitId: string;
  personId: string | null;
  startsOn: Day;
  endedOn: Day | null;
  unit: {
    name: string;
    consentCode: string | null;
    duo: readonly string[];
  };
}

/** What the duties of one request have in common. */
export type RequestAbout = Pick<StandingDuty, "ownerId" | "requestId" | "archive">;
