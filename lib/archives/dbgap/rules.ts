import type { RuleSetting } from "../qualification";
import { SOURCES } from "./sources";

export const RULES: readonly RuleSetting[] = [
  {
    id: "confirmEveryDays",
    label: "Days after which an approval is looked up again",
    help: "An approval that was last seen at dbGaP longer ago is shown as not confirmed, never as lapsed. Thirty days is what another group of dbGaP users takes; no rule of dbGaP's. Empty: never.",
    kind: "days",
    initial: 30,
    source: SOURCES.snapshots,
  },
  {
    id: "renewalOpensDays",
    label: "Days before the end from which a renewal is written",
    help: "Not confirmed. dbGaP publishes no day on which a renewal opens, so this is our advice: a month for the report and the signature before the day that is still safe. Empty: from the approval on.",
    kind: "days",
    initial: 90,
    source: `${SOURCES.renewing}; ${SOURCES.sisterAdvice}`,
  },
  {
    id: "superviseesCovered",
    label: "Trainees and staff work under the PI without being named at dbGaP",
    help: "Not confirmed for today. Until the common standards of 2025 trainees and staff worked under the PI and were not named; whether they must be now is not known. Off: they have no access until they are named.",
    kind: "yes",
    initial: true,
    source: `${SOURCES.collaboratorFaq}; ${SOURCES.identityProof}`,
  },
  {
    id: "identityProofFrom",
    label: "Day from which dbGaP asks for proof of identity",
    help: "Not confirmed. NIH's standards bring it for PIs and downloaders, and a sister archive asks it from 1 June 2026; dbGaP's own day was not found. Empty: not asked yet.",
    kind: "day",
    initial: null,
    source: `${SOURCES.identityProof}; ${SOURCES.identityProofDate}`,
  },
];
