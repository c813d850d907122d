import type { QualificationType } from "../qualification";
import { ATTESTATION } from "./attestation";
import { IDENTITY_PROOF } from "./identity-proof";
import { OWN_APPROVAL } from "./own-approval";

export const QUALIFICATIONS: readonly QualificationType[] = [
  IDENTITY_PROOF,
  ATTESTATION,
  OWN_APPROVAL,
];
