import type { CloseOutRules, CloseOutStep } from "../close-out";
import { on } from "./asks";
import { SOURCES } from "./sources";

const REPORT: readonly CloseOutStep[] = [
  {
    id: "outputs",
    label: "Outputs are listed",
    by: "pi",
    guidance:
      "List what came of the data: publications, presentations, patents, software. The final report names them.",
    asks: [
      on("Looked through on"),
      {
        id: "note",
        label: "What the list does not say",
        kind: "comment",
        required: false,
        help: "Needed where nothing is listed: say that nothing came of the work, or what is still under review.",
      },
    ],
    evidence: "register",
    needs: "outputs_listed",
    source: SOURCES.certification,
  },
  {
    id: "final_report",
    label: "Final report is written",
    by: "pi",
    guidance:
      "The report says what the data were used for, what was found, and whether anything went wrong. Write it here, then copy it into dbGaP's pages.",
    asks: [
      on("Finished on"),
      {
        id: "use",
        label: "How the data were used, and what was found",
        kind: "comment",
        required: true,
        help: "A few sentences, in the terms of the approved research use.",
      },
      {
        id: "violations",
        label: "Breaches of the terms, and what was done about them",
        kind: "comment",
        required: true,
        help: "Write “None” where there was none.",
      },
      {
        id: "property",
        label: "Inventions and patents",
        kind: "comment",
        required: false,
      },
    ],
    evidence: "answers",
    paper: "Final report",
    source: `${SOURCES.closeOut}; ${SOURCES.certification}`,
  },
];

const END: readonly CloseOutStep[] = [
  {
    id: "destruction",
    label: "Every copy is destroyed",
    by: "us",
    guidance:
      "Destroy each registered copy and version of the data, on servers, in the cloud and in backups, with everything individual-level that was made of them. A generative model trained on the data counts as made of them. Record for each how, by whom and before whom.",
    asks: [on("All destroyed by")],
    evidence: "register",
    needs: "copies_destroyed",
    source: `${SOURCES.closeOut}; ${SOURCES.models}`,
  },
  {
    id: "submission",
    label: "PI submitted the close-out at dbGaP",
    by: "pi",
    guidance:
      "Only the PI can start the close-out at dbGaP: open the project there, choose close-out, and enter the final report.",
    asks: [on("Close-out submitted at dbGaP on")],
    evidence: "answers",
    paper: "Picture or print of the submitted close-out",
    move: "start_close_out",
    source: SOURCES.closeOut,
  },
  {
    id: "confirmation",
    label: "Signing official confirmed the destruction",
    by: "signing_official",
    guidance:
      "The signing official confirms at dbGaP that all data are destroyed. Keep the letter or mail that says so.",
    asks: [
      on("Confirmed on"),
      {
        id: "official",
        label: "Name of the signing official",
        kind: "text",
        required: true,
      },
    ],
    evidence: "paper",
    paper: "Confirmation of the signing official",
    move: "confirm_destruction",
    source: SOURCES.signingOfficial,
  },
];

/** dbGaP: report, destruction of every copy and of what was made of it, PI, then signing official. */
export const CLOSE_OUT: CloseOutRules = {
  isPrescribed: true,
  sentence:
    "A project that is not renewed is closed out: the PI reports and submits, every copy, derivative and model trained on the data is destroyed, and the signing official confirms it.",
  steps: [...REPORT, ...END],
  mayKeepArchivalCopy: false,
  due: ({ endsOn }) =>
    endsOn && {
      dueOn: endsOn,
      rule: "The last day of the approval: a project that is neither renewed nor closed out by then may bar the PI and the staff from new requests.",
    },
  afterwards: [
    "Nobody tries to identify a participant, from whatever was kept.",
    "Results may be published; individual-level data and models trained on them may be neither kept nor shared.",
  ],
  source: SOURCES.closeOut,
};
