import type { CloseOutRules } from "../close-out";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** PhysioNet prescribes no close-out; what is here is our advice, and what stays binding is theirs. */
export const CLOSE_OUT: CloseOutRules = {
  isPrescribed: false,
  sentence:
    "PhysioNet prescribes no close-out and takes no report. Access stays with each person's account. This order is our advice: nobody should hold copies of data that are no longer used.",
  steps: [
    {
      id: "destruction",
      label: "Every copy is removed",
      by: "us",
      guidance:
        "Remove each registered copy, with what was made of it at the level of patients. A copy that is still used under another request belongs to that request: change it there.",
      asks: [on("All removed by")],
      evidence: "register",
      needs: "copies_destroyed",
      source: `Our advice. The agreement forbids sharing and names no destruction: ${SOURCES.agreement}`,
    },
    {
      id: "end",
      label: "The data are no longer used",
      by: "us",
      guidance: "Say since when nobody uses the data any more. Nobody at PhysioNet has to be told.",
      asks: [
        on("No longer used since"),
        {
          id: "note",
          label: "Note",
          kind: "comment",
          required: false,
          help: "What the data served for, and where the results and the code are.",
        },
      ],
      evidence: "answers",
      move: "close",
      source: SOURCES.agreement,
    },
  ],
  mayKeepArchivalCopy: false,
  due: () => null,
  afterwards: [
    "Nobody tries to identify a patient or an institution, from whatever was kept.",
    "Nobody passes the data on; whoever wants them signs at PhysioNet.",
    "Whoever finds information that could identify a patient reports its place to PHI-report@physionet.org promptly.",
    "Code behind a publication goes to a repository open to the research community.",
  ],
  source: SOURCES.agreement,
};
