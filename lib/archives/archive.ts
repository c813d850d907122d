import type { Day } from "../dates/day";
import type { AgreementDraft, ApprovalFacts } from "./agreement";
import type { AmendmentRules } from "./amendment";
import type { CloseOutRules } from "./close-out";
import type { DepartureRules } from "./departure";
import type { DutyKind } from "./duty-kind";
import type { AnsweredItem, AnswerProblem, Answers, NamedPerson, Section, UnitFacts } from "./form";
import type { Gate, GatedUnit } from "./gate";
import type { IncidentRules } from "./incident";
import type { Ask, Lifecycle } from "./lifecycle";
import type { NudgeLetters } from "./nudge";
import type { PolicyRule } from "./policy";
import type { IdentityScheme, QualificationType, RuleSetting, RuleValues } from "./qualification";
import type { Renewal } from "./renewal";
import type { StatusImports } from "./status-import";
import type { VersionRules } from "./version";

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
  /** The kinds of duties that its rules give rise to. */
  dutyKinds: readonly DutyKind[];
  /** The letters that ask whoever has the move for news. */
  nudges: NudgeLetters;
  /** How the approvals of this lifecycle are renewed. */
  renewal(lifecycle: string): Renewal;
  /** How a request of this lifecycle ends. */
  closeOut(lifecycle: string): CloseOutRules;
  /** What its users can see there of their requests, as text to paste here. */
  imports: StatusImports;
  /** Whom it wants to hear of an incident, and when. */
  incident: IncidentRules;
  /** How a live approval is changed. */
  amendments: AmendmentRules;
  /** What a newer version of a unit asks of those who may open the older one. */
  versions: VersionRules;
}
