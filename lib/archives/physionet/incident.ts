import type { IncidentKind, IncidentRules } from "../incident";
import { SOURCES } from "./sources";

/** What clause 5 of the agreement is about. */
const IDENTIFYING: readonly IncidentKind[] = ["phi_found", "re_identification"];

/** PhysioNet: whoever finds something that might identify somebody reports where it stands, promptly. */
export const INCIDENTS: IncidentRules = {
  duties: ({ kind }) =>
    IDENTIFYING.includes(kind)
      ? [
          {
            kind: "physionet_phi_report",
            whom: "PhysioNet",
            where: "PHI-report@physionet.org",
            what: "Report to PHI-report@physionet.org today where in the data the information stands: the project, its version, the file and the line. Do not copy the information itself into the mail.",
            deadline: { kind: "same_day" },
            remindAfterHours: [],
            rule: "The day of knowing: the agreement says “promptly” and names no hours; the same day is our reading.",
            source: `${SOURCES.agreement}, clause 5`,
            unconfirmed: null,
          },
        ]
      : [],
  otherwise:
    "PhysioNet's agreement names nobody to be told of this kind of incident and no time for it. A breach ends the rights of whoever committed it; write to PhysioNet all the same where data or access reached somebody else.",
  letter: {
    to: () => "PhysioNet",
    opening:
      "As the PhysioNet data use agreement asks, we report information in restricted data that might permit the identification of an individual or institution.",
    closing: "The information itself is not repeated here. We keep no copy of it outside the data.",
  },
};
