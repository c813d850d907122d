import type { AgreementDraft, ApprovalFacts } from "../agreement";

export function agreementOf(_approval: ApprovalFacts): AgreementDraft | null {
  return null;
}
