import type { AgreementState } from "../agreements/state";
import type { ReviewStatus } from "../archives/lifecycle";
import type { AccessClass } from "../catalogue/access-class";
import type { Day } from "../dates/day";
import type { DutyState } from "../duties/state";
import type { Presence } from "../people/presence";

/** What can be found, in the order in which groups of equal worth are shown. */
export const FOUND_KINDS = [
  "request",
  "person",
  "dataset",
  "unit",
  "duty",
  "agreement",
  "document",
  "output",
  "paper",
  "incident",
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** How the thing stands today, as a code of its own kind. */
export type FoundState =
  | { of: "request"; code: ReviewStatus }
  | { of: "duty"; code: DutyState }
  | { of: "person"; code: Presence }
  | { of: "agreement"; code: AgreementState }
  | { of: "incident"; code: "open" | "closed" }
  | { of: "access"; code: AccessClass };

/** One thing that was found, as its own table shows it to the reader. */
export interface Found {
  kind: FoundKind;
  id: string;
  /** The catalogue's slug; empty for what is the team's. */
  slug: string;
  /** Of a request or an incident; of a document the request it belongs to. */
  number: number | null;
  title: string;
  /** What tells it from others with that title. */
  detail: string;
  /** When a duty is due. */
  on: Day | null;
  state: FoundState | null;
}
