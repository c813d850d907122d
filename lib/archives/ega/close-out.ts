import { addDays } from "../../dates/day";
import type { CloseOutRules, CloseOutStep } from "../close-out";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** Days to destroy and report in; the template names none. */
const DAYS = 30;

const STEPS: readonly CloseOutStep[] = [
  {
    id: "outputs",
    label: "Outputs are listed, with the producers named",
    by: "us",
    guidance:
      "List the publications that used the data. Each must acknowledge the producers in the words of your agreement and respect its embargo; many committees want a copy.",
    asks: [
      on("Looked through on"),
      {
        id: "note",
        label: "What the list does not say",
        kind: "comment",
        required: false,
        help: "Needed where nothing is listed: say that nothing was published, or what is still to come.",
      },
    ],
    evidence: "register",
    needs: "outputs_listed",
    source: SOURCES.template,
  },
  {
    id: "destruction",
    label: "Every copy is destroyed",
    by: "us",
    guidance:
      "Destroy each registered copy, backups included. Only an archival copy that an audit or a law demands may stay: register it as such.",
    asks: [
      on("All destroyed by"),
      {
        id: "archival",
        label: "The law or audit that demands the archival copy",
        kind: "comment",
        required: false,
        help: "Needed only where one is kept.",
      },
    ],
    evidence: "register",
    needs: "copies_destroyed",
    source: SOURCES.template,
  },
  {
    id: "statement",
    label: "Committee has the statement of destruction",
    by: "us",
    guidance:
      "Send the data access committee a signed statement of what was destroyed when, and ask it to have EGA close the permissions of all accounts. Gatebook's list of copies may go with it.",
    asks: [
      on("Sent to the committee on"),
      {
        id: "recipient",
        label: "To whom it was sent",
        kind: "text",
        required: true,
        help: "The committee's contact, as a name or an address.",
      },
    ],
    evidence: "paper",
    paper: "Statement of destruction, as it was sent",
    move: "close",
    source: `${SOURCES.template}; ${SOURCES.accessFaq}`,
  },
];

/** EGA: each committee's own agreement decides; this is the order of the template. */
export const CLOSE_OUT: CloseOutRules = {
  isPrescribed: true,
  sentence:
    "EGA's template agreement has the data destroyed once the project no longer uses them, backups included; the committee is told. Where your committee’s own text says otherwise, it counts.",
  steps: STEPS,
  mayKeepArchivalCopy: true,
  due: ({ startedOn, endsOn }) => {
    const proposed = addDays(startedOn, DAYS);
    const isSooner = endsOn !== null && endsOn >= startedOn && endsOn < proposed;
    return isSooner
      ? { dueOn: endsOn, rule: "The last day of the approval, when the agreement ends." }
      : {
          dueOn: proposed,
          rule: `The decision to end plus ${DAYS} days. The template names no day, this one is ours.`,
        };
  },
  afterwards: [
    "Nobody tries to identify a participant, from whatever was kept.",
    "Later publications still acknowledge the producers as the agreement asks, and respect its embargo.",
    "An archival copy, where a law or an audit demands one, stays under the same protection and is used for nothing else.",
  ],
  source: SOURCES.template,
};
