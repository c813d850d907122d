import type { DutyKind } from "../duty-kind";
import { termsOf } from "./terms";

const REFERENCE =
  "Where PhysioNet has switched it on, an application without an answer of the reference is rejected.";

const ACCESS: readonly DutyKind[] = [
  {
    id: "physionet_request_end",
    name: "End of an accepted PhysioNet request",
    group: "access",
    leads: [30, 14, 7, 3, 1, 0],
    after: "weekly",
    ifMissed: termsOf("physionet-contributor").endDuty.ifMissed,
  },
  {
    id: "physionet_planned_end",
    name: "End of use of PhysioNet data that the team planned",
    group: "access",
    leads: [14, 7, 1, 0],
    after: "weekly",
    ifMissed: termsOf("physionet-credentialed").endDuty.ifMissed,
  },
  {
    id: "physionet_request_window",
    name: "Send a further PhysioNet request",
    group: "access",
    leads: [0],
    after: "never",
    ifMissed: "There is less time for the reviewer before the files close.",
  },
  {
    id: "physionet_sign_new_version",
    name: "Sign for a new version at PhysioNet",
    group: "access",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "The person has no access to the new version.",
  },
  {
    id: "physionet_request_new_version",
    name: "Ask for a new version at PhysioNet",
    group: "access",
    leads: [7, 1, 0],
    after: "weekly",
    ifMissed: "The team has no access to the new version.",
  },
  {
    id: "physionet_closing",
    name: "Complete the end of use of PhysioNet data",
    group: "access",
    leads: [30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "PhysioNet prescribes no close-out; the duties of the agreement go on.",
  },
];

const PEOPLE: readonly DutyKind[] = [
  {
    id: "physionet_training_report_end",
    name: "End of a training by its report",
    group: "people",
    leads: [90, 60, 30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed:
      "The licence asks to keep the training current, and where PhysioNet counts the days no credentialed project opens.",
  },
  {
    id: "physionet_training_end",
    name: "End of a training by PhysioNet's clock",
    group: "people",
    leads: [90, 30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "All credentialed projects are closed to the person.",
  },
  {
    id: "physionet_reference_reminder",
    name: "Remind the reference",
    group: "people",
    leads: [8, 1, 0],
    after: "never",
    ifMissed: REFERENCE,
  },
  {
    id: "physionet_reference_answer",
    name: "Last days for the reference to answer",
    group: "people",
    leads: [9, 2, 0],
    after: "weekly",
    ifMissed: REFERENCE,
  },
];

const DATA: readonly DutyKind[] = [
  {
    id: "physionet_copies",
    name: "Remove a leaver from copies of PhysioNet data",
    group: "data",
    leads: [14, 7, 1, 0],
    after: "daily",
    ifMissed: "The team shares its copy with somebody outside, which the agreement forbids.",
  },
  {
    id: "physionet_scope_destruction",
    name: "Destroy PhysioNet data that were taken off",
    group: "data",
    leads: [30, 14, 7, 1, 0],
    after: "weekly",
    ifMissed: "Data are kept that nobody uses, under an agreement whose duties go on.",
  },
  {
    id: "physionet_phi_report",
    name: "Report of identifying information to PhysioNet",
    group: "data",
    leads: [0],
    after: "daily",
    ifMissed: "PhysioNet may revoke the access.",
  },
];

/** What is the same for all duties of a kind at PhysioNet; the days of reminding are our advice. */
export const DUTY_KINDS: readonly DutyKind[] = [...ACCESS, ...PEOPLE, ...DATA];
