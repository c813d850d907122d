import type { Day } from "../dates/day";
import type { UnitFacts } from "./form";
import type { PersonFunction } from "./lifecycle";

/** What gates need to know of an access unit. */
export interface GatedUnit extends UnitFacts {
  /** Types of training that it asks for beyond its archive's own. */
  trainings: readonly string[];
  /** The first day on which the files are open to nobody any more. */
  deprecatedOn: Day | null;
  /** The last day on which the files are open to nobody yet. */
  embargoUntil: Day | null;
}

/** What every gate says of itself. */
interface About {
  /** Unique within an archive. */
  id: string;
  /** What must be there, as a noun in the field's own words: "CITI training". */
  label: string;
  /** The public source of the rule. */
  source: string;
}

/** The files themselves are open: neither deprecated nor under embargo. */
export interface FilesGate extends About {
  kind: "files";
}

/** The person is on the team on that day. */
export interface MemberGate extends About {
  kind: "member";
}

/** The person works in none of the barred countries, from the day on which the rule binds everybody. */
export interface CountryGate extends About {
  kind: "country";
  barred: readonly string[];
  from: Day;
}

/** The person holds a verified account. With `functions`, only people in one of them need it. */
export interface IdentityGate extends About {
  kind: "identity";
  scheme: string;
  functions?: readonly PersonFunction[];
}

/** A qualification holds on that day: of the person, or of the institution. */
export interface QualificationGate extends About {
  kind: "qualification";
  type: string;
  holder: "person" | "institution";
  /** Only people in one of these functions need it. */
  functions?: readonly PersonFunction[];
  /** It binds agreements made or renewed from this day on; older ones keep their terms. */
  agreedFrom?: Day;
  /** It binds everybody from this day on. */
  from?: Day;
  /** It must be for this very unit or for all; one for another unit does not count. */
  perUnit?: boolean;
}

/**
 * The approval itself: an accepted request, a permission, a signature. `self`: the person gives it
 * by signing; `archive`: somebody there decides.
 */
export interface ApprovalGate extends About {
  kind: "approval";
  decidedBy: "self" | "archive";
}

/** An agreement in force covers the unit. */
export interface AgreementGate extends About {
  kind: "agreement";
}

/** The person is named on the request or in the agreement's appendix, in one of these functions. */
export interface NamedGate extends About {
  kind: "named";
  functions: readonly PersonFunction[];
  /** Everybody works under this function's holder, who must be on the team too. */
  under?: PersonFunction;
}

/** One condition of access. A unit is open to a person while all its gates are met. */
export type Gate =
  | FilesGate
  | MemberGate
  | CountryGate
  | IdentityGate
  | QualificationGate
  | ApprovalGate
  | AgreementGate
  | NamedGate;
