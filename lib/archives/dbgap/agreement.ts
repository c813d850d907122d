import type { AgreementDraft, ApprovalFacts } from "../agreement";
import type { PersonFunction } from "../lifecycle";

/**
 * The Data Use Certification, which the PI and the signing official sign with each application and
 * each renewal; its day decides which policies bind. Sources: NIH Data Use Certification Agreement,
 * model text of 2019-04-19; NOT-OD-24-157.
 */
export function agreementOf(approval: ApprovalFacts): AgreementDraft {
  const { decidedOn, institution } = approval;
  return {
    name: "Data Use Certification",
    textVersion: "",
    dac: approval.unit.dac,
    parties: [institution, "National Institutes of Health"].filter((party) => party !== ""),
    governingLaw: "",
    startsOn: decidedOn,
    endsOn: null,
    isAgreedEachTime: true,
    signatures: [...signed(approval, "pi"), ...signed(approval, "signing_official")],
    // Whom it covers, the project itself says.
    people: [],
  };
}

/** The signatures of everybody in a function; of the institution where the request names nobody. */
function signed(
  { people, institution, decidedOn }: ApprovalFacts,
  office: PersonFunction,
): AgreementDraft["signatures"] {
  const holders = people.filter((person) => person.function === office);
  const by =
    holders.length > 0
      ? holders.map(({ personId }) => ({ personId, signatory: "" }))
      : [{ personId: null, signatory: institution || "The institution" }];
  return by.map((who) => ({ ...who, function: office, signedOn: decidedOn, isApproval: false }));
}
