import type { Gate } from "../archives/gate";
import type { Day } from "../dates/day";
import type { ProofDocument } from "../documents/document";
import type { Claim } from "./facts";
import type { AccessStatus, Reason, RemarkCode } from "./verdict";

/** An access unit as pages name it. */
export interface ShownUnit {
  id: string;
  code: string;
  /** As people say it: `MIMIC-IV v3.1`. */
  name: string;
  /** The title of its data set, and where the catalogue has it. */
  title: string;
  slug: string;
  /** The archive's code and name. */
  archive: string;
  archiveName: string;
}

/** A reason with what its sentence needs. */
export interface ShownReason extends Omit<Reason, "gate"> {
  /** What must be there, as a noun: the gate's label. */
  what: string;
  kind: Gate["kind"];
  /** The scheme or type that the person should hold; null for all other conditions. */
  asks: string | null;
  source: string;
  /** The name of who must act, where it is a person of the team. */
  personName: string | null;
  /** Other versions of the project that the person has signed. */
  otherVersions: readonly string[];
}

/** What a met condition rests on. */
export interface ShownHeld {
  what: string;
  kind: Gate["kind"];
  /** The scheme or type that the person holds; null for all other conditions. */
  asks: string | null;
  source: string;
  claim: Claim;
  proof: ProofDocument | null;
}

/** Everything that a page, a mail or a file says of one person and one unit on one day. */
export interface AccessCell {
  person: { id: string; name: string };
  unit: ShownUnit;
  on: Day;
  status: AccessStatus;
  /** The last day of access; null: shut, or no end is known. */
  until: Day | null;
  /** What ends it, and by which of its clocks; `begins`: it is only asked for from then on. */
  endsBy: { what: string; clock?: string; begins?: true } | null;
  /** Every condition that is not met; empty exactly when the unit is open. */
  reasons: readonly ShownReason[];
  held: readonly ShownHeld[];
  /** The approval in force, and when it was last seen at the archive; null where that does not matter. */
  seen: { grantId: string; on: Day | null } | null;
  remarks: readonly { code: RemarkCode; what: string; on: Day | null }[];
  /** The number of the request that this is about, and its agreement. */
  request: number | null;
  agreementId: string | null;
}

/** The people by units of the access page: one letter of status-letter.ts for each pair. */
export interface AccessMatrix {
  on: Day;
  people: readonly { id: string; name: string }[];
  units: readonly ShownUnit[];
  /** By person, a letter for each unit. */
  rows: readonly string[];
  /** How many pairs have which status, whatever state the filter asks for. */
  counts: Readonly<Record<AccessStatus, number>>;
}

/** A unit with everybody's access to it. */
export interface UnitAccess {
  unit: ShownUnit;
  on: Day;
  /** Everybody on the team that day, by name, and others who may open it all the same. */
  people: readonly {
    cell: AccessCell;
    /** The other way to the same study that is open, or nearest to it, where it is better than this. */
    betterDoor: AccessCell | null;
  }[];
  /** Units of the same study behind other gates. */
  doors: readonly ShownUnit[];
}
