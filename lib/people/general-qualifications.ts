import type { QualificationType } from "../archives/qualification";
import { AFFILIATION } from "./affiliation";
import { ETHICS_APPROVAL } from "./ethics-approval";
import { FEDERALWIDE_ASSURANCE } from "./federalwide-assurance";
import { LIBRARY_CARD } from "./library-card";

/** What belongs to no archive, and what several of them ask for. */
export const GENERAL_QUALIFICATIONS: readonly QualificationType[] = [
  AFFILIATION,
  ETHICS_APPROVAL,
  FEDERALWIDE_ASSURANCE,
  LIBRARY_CARD,
];
