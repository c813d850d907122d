import { type Day, isDay } from "../../dates/day";
import type { AgreementDraft, ApprovalFacts } from "../agreement";
import type { PersonFunction } from "../lifecycle";

type DraftSignature = AgreementDraft["signatures"][number];

/** Whom the appendix names: the applicant and the personnel of the same institution. */
const NAMED: readonly PersonFunction[] = ["applicant", "authorised_personnel"];

/**
 * The data access agreement between the institution and the committee, which both sign, with the
 * named people in its appendix. Source: EGA's template data access agreement,
 * mitsuhashi/biobankintl on GitHub, mta/mta_ega.md.
 */
export function agreementOf(approval: ApprovalFacts): AgreementDraft {
  const { answers, institution, unit, people, decidedOn } = approval;
  const committee = text(answers.dacName) || unit.dac || "The data access committee";
  const [startsOn = decidedOn] = [approval.startsOn, decidedOn].toSorted();
  return {
    name: "Data access agreement",
    textVersion: "",
    dac: unit.dac,
    parties: [institution, committee].filter((party) => party !== ""),
    governingLaw: text(answers.governingLaw),
    startsOn,
    endsOn: lastDay(text(answers.agreementEnds), startsOn),
    isAgreedEachTime: false,
    signatures: [ofTheInstitution(approval), ofTheCommittee(committee, decidedOn)],
    people: people.filter((person) => NAMED.includes(person.function)),
  };
}

function ofTheInstitution({ people, institution, decidedOn }: ApprovalFacts): DraftSignature {
  const holder = people.find((person) => person.function === "legal_representative");
  return {
    personId: holder?.personId ?? null,
    signatory: holder ? "" : institution || "The institution",
    function: "legal_representative",
    signedOn: decidedOn,
    isApproval: false,
  };
}

function ofTheCommittee(signatory: string, signedOn: Day): DraftSignature {
  return { personId: null, signatory, function: "committee", signedOn, isApproval: false };
}

/** The end that the form names, unless it was over before the agreement began. */
function lastDay(typed: string, startsOn: Day): Day | null {
  return isDay(typed) && typed >= startsOn ? typed : null;
}

function text(answer: unknown): string {
  return typeof answer === "string" ? answer.trim() : "";
}
