import type { AgreementDraft, ApprovalFacts } from "../agreement";

/** The text of each access policy, by the lifecycle that its requests follow. */
const TEXTS: Record<string, string> = {
  "physionet-restricted": "PhysioNet Restricted Health Data Use Agreement",
  "physionet-credentialed": "PhysioNet Credentialed Health Data Use Agreement",
  "physionet-contributor": "PhysioNet Contributor Review Health Data Use Agreement",
};

/** The version of all three texts. Source: MIT-LCP/license-and-dua on GitHub. */
const TEXT_VERSION = "1.5.0";

/**
 * The Data Use Agreement that one person signs for one version of a project. Signing it opens the
 * files, except where reviewers decide afterwards. Source: MIT-LCP/physionet-build on GitHub,
 * physionet-django/project/modelcomponents/access.py.
 */
export function agreementOf(approval: ApprovalFacts): AgreementDraft | null {
  const { lifecycle, personId, decidedOn } = approval;
  const name = TEXTS[lifecycle];
  if (name === undefined || personId === null) return null;
  const isApproval = lifecycle !== "physionet-contributor";
  return {
    name,
    textVersion: TEXT_VERSION,
    dac: null,
    parties: [],
    governingLaw: "",
    startsOn: decidedOn,
    endsOn: null,
    isAgreedEachTime: false,
    signatures: [
      { personId, signatory: "", function: "applicant", signedOn: decidedOn, isApproval },
    ],
    people: [],
  };
}
