import type { Lifecycle } from "../lifecycle";
import { on, reason } from "./asks";
import { FIRST_MOVES, fileMove, lastMoves } from "./moves";
import { RENEWAL } from "./renewal-moves";
import { RENEWAL_STEPS } from "./renewal-steps";
import { SOURCES } from "./sources";
import { firstSteps, LAST_STEPS } from "./steps";

/** Where a request may stand while an acceptance of it is in force. */
const WITH_ACCESS = ["accepted", ...RENEWAL_STEPS.map(({ id }) => id), "pending", "rejected"];

/** Contributor Review: the authors decide on each person's request, for a number of days. */
export const CONTRIBUTOR: Lifecycle = {
  id: "physionet-contributor",
  name: "PhysioNet, contributor review",
  initial: "draft",
  steps: [
    ...firstSteps(
      "The person, credentialed and trained, sends the request on the version's PhysioNet page.",
      SOURCES.gates,
    ),
    {
      id: "pending",
      label: "Pending",
      status: "in_review",
      waitingOn: "reviewers",
      sentence:
        "The corresponding author or an invited reviewer decides; nobody at PhysioNet does.",
      usual: {
        expectedDays: 14,
        chaseAfterDays: 30,
        source: "Our own planning figures; none is published for reviews by contributors.",
      },
      byItself: [
        {
          afterDays: 365,
          what: "PhysioNet's code accepts a request that nobody answered, without an end; whether the site runs it is not confirmed.",
          source: SOURCES.autoAccept,
        },
      ],
      source: `${SOURCES.requests} and ${SOURCES.autoAccept}`,
    },
    {
      id: "accepted",
      label: "Accepted",
      status: "approved",
      waitingOn: "nobody",
      sentence:
        "The request was accepted. PhysioNet goes on showing “accepted” after the granted days are over, so look at the end date here.",
      source: SOURCES.gates,
    },
    ...RENEWAL_STEPS,
    {
      id: "rejected",
      label: "Rejected",
      status: "rejected",
      waitingOn: "nobody",
      sentence: "The reviewer rejected the request with a reason; the person may ask again.",
      source: SOURCES.requests,
    },
    ...LAST_STEPS,
  ],
  moves: [
    ...FIRST_MOVES,
    fileMove("pending", "Requested on", SOURCES.requests),
    {
      id: "accept",
      label: "Record approval",
      from: ["pending"],
      to: "accepted",
      scope: "item",
      by: "reviewers",
      permission: "request.approve",
      asks: [
        {
          id: "durationDays",
          label: "Days granted",
          kind: "days",
          required: true,
          help: "As in the acceptance. PhysioNet proposes 14 to its reviewers; 0 means without an end.",
          meaning: "durationDays",
          initial: "14",
        },
      ],
      effect: "grant",
      tone: "primary",
      source: SOURCES.requests,
    },
    {
      id: "accepted_by_itself",
      label: "Record approval: accepted unanswered after 365 days",
      from: ["pending"],
      to: "accepted",
      scope: "item",
      by: "archive",
      permission: "request.approve",
      asks: [
        {
          id: "durationDays",
          label: "Days granted",
          kind: "days",
          required: true,
          help: "PhysioNet's code gives such a request no length, which means without an end: 0.",
          meaning: "durationDays",
          initial: "0",
        },
      ],
      effect: "grant",
      tone: "neutral",
      source: SOURCES.autoAccept,
    },
    {
      id: "reject",
      label: "Rejected",
      from: ["pending"],
      to: "rejected",
      scope: "item",
      by: "reviewers",
      permission: "request.move",
      asks: [on("Rejected on"), reason("Why", "A rejection always carries a reason.")],
      paper: "The reviewer's message",
      effect: "none",
      tone: "danger",
      source: SOURCES.requests,
    },
    {
      id: "apply_again",
      label: "Apply again",
      from: ["rejected"],
      to: "draft",
      scope: "item",
      by: "us",
      permission: "request.move",
      asks: [],
      effect: "none",
      only: "not_granted",
      tone: "neutral",
      source: SOURCES.requests,
    },
    ...RENEWAL,
    ...lastMoves("accepted", ["draft", "ready_to_file", "pending"], {
      by: "reviewers",
      label: "Revoked by the reviewer",
      from: WITH_ACCESS,
    }),
  ],
  lapse: {
    label: "Over",
    from: WITH_ACCESS,
    sentence:
      "The granted days are over and the files are closed, while PhysioNet goes on showing “accepted”. Ask anew if the data are still needed.",
    ways: ["begin_anew", "close"],
    source: `${SOURCES.requestEnd}; ${SOURCES.gates}`,
  },
};
