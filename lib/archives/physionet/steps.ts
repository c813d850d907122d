import type { Step } from "../lifecycle";
import { SOURCES } from "./sources";

/** The first steps of every PhysioNet request; one item is one person and one version. */
export function firstSteps(toFile: string, source: string): Step[] {
  return [
    {
      id: "draft",
      label: "Draft",
      status: "draft",
      waitingOn: "us",
      sentence: "The answers are being written; access is personal, so each person has an item.",
      editable: true,
      source: SOURCES.gates,
    },
    {
      id: "ready_to_file",
      label: "Ready to file",
      status: "draft",
      waitingOn: "holder",
      sentence: toFile,
      source,
    },
  ];
}

/** The steps in which every PhysioNet request may end. */
export const LAST_STEPS: readonly Step[] = [
  {
    id: "withdrawn",
    label: "Withdrawn",
    status: "withdrawn",
    waitingOn: "nobody",
    sentence: "This was withdrawn before access was given.",
    source: SOURCES.credentialing,
  },
  {
    id: "revoked",
    label: "Revoked",
    status: "terminated",
    waitingOn: "nobody",
    sentence:
      "PhysioNet took the access back; a revoked credential closes every credentialed project at once.",
    source: SOURCES.credentialing,
  },
  {
    id: "closed",
    label: "Closed",
    status: "closed",
    waitingOn: "nobody",
    sentence:
      "The data are no longer used. PhysioNet prescribes no close-out, and the duties of the agreement go on.",
    source: SOURCES.agreement,
  },
];
