import type { Day } from "../dates/day";
import type { Answers } from "./form";
import type { PersonFunction } from "./lifecycle";

/** What is known when an approval is recorded. */
export interface ApprovalFacts {
  lifecycle: string;
  answers: Answers;
  /** The unit's code, and its committee where it has one. */
  unit: { code: string; dac: string | null };
  /** The person the approval is for; null where it is for everybody named. */
  personId: string | null;
  people: readonly { personId: string; function: PersonFunction }[];
  institution: string;
  decidedOn: Day;
  startsOn: Day;
}

/** The agreement that an approval brings with it, before anybody stored its text. */
export interface AgreementDraft {
  name: string;
  textVersion: string;
  dac: string | null;
  parties: readonly string[];
  governingLaw: string;
  startsOn: Day;
  endsOn: Day | null;
  /** Each approval, and each renewal, is agreed anew with a date of its own; else the agreement in force serves. */
  isAgreedEachTime: boolean;
  /** `personId` null: signed by `signatory`, who is nobody of the team. */
  signatures: readonly {
    personId: string | null;
    signatory: string;
    function: PersonFunction | "committee";
    signedOn: Day;
    /** This signature is the approval itself, as at PhysioNet. */
    isApproval: boolean;
  }[];
  /** Whom the agreement names, from its start. */
  people: readonly { personId: string; function: PersonFunction }[];
}
