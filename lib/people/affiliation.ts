import type { QualificationType } from "../archives/qualification";
import { happenedOn, lastDay, qualificationMove as move } from "../archives/qualification-moves";

const source = "https://web2.ega-archive.org/access/faq";

/** That a person still works where the approvals say. */
export const AFFILIATION: QualificationType = {
  id: "affiliation",
  name: "Affiliation",
  holder: "person",
  lifecycle: {
    id: "affiliation",
    name: "Affiliation",
    initial: "to_confirm",
    steps: [
      {
        id: "to_confirm",
        label: "To be confirmed",
        status: "draft",
        waitingOn: "us",
        sentence: "Somebody of the team checks where the person works.",
        editable: true,
        source,
      },
      {
        id: "confirmed",
        label: "Confirmed",
        status: "approved",
        waitingOn: "nobody",
        sentence: "The person works at the institution that the approvals name.",
        source,
      },
      {
        id: "ended",
        label: "Ended",
        status: "closed",
        waitingOn: "nobody",
        sentence: "The person works there no longer; committees want to know.",
        source,
      },
    ],
    moves: [
      move({
        id: "confirm",
        label: "Confirmed",
        from: ["to_confirm"],
        to: "confirmed",
        by: "us",
        asks: [
          happenedOn("Confirmed on"),
          lastDay("Contract ends on", "Empty where it is open-ended or not known."),
        ],
        tone: "primary",
        source,
      }),
      move({
        id: "end",
        label: "Works there no longer",
        from: ["confirmed"],
        to: "ended",
        by: "us",
        asks: [happenedOn("Ended on")],
        effect: "end",
        tone: "danger",
        source,
      }),
    ],
  },
  clocks: [
    {
      id: "contract",
      label: "the contract's own end",
      end: "endsOn",
      duty: {
        kind: "affiliation_end",
        what: "Find out whether the contract goes on, and confirm the affiliation anew or record that the person leaves.",
      },
    },
  ],
  review: {
    kind: "affiliation_check",
    what: "Look whether the person still works at the institution that the approvals name, and confirm it here.",
    everyMonths: 12,
    why: "After a change of employer EGA asks the committee to confirm anew; once a year is our figure.",
    source,
  },
  fields: [
    {
      id: "institution",
      label: "Institution",
      kind: "text",
      required: false,
      maxLength: 200,
      guidance: "As the approvals name it.",
      source,
    },
  ],
  proof: "letter or page of the institution",
  minutes: 10,
  guidance:
    "Approvals rest on where a person works. After a change of employer EGA asks the committee to confirm, and a dbGaP project does not travel. Look at it once a year.",
  url: source,
  source,
};
