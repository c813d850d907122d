import type { Lifecycle } from "../lifecycle";
import { on, reason } from "./asks";
import { FIRST_MOVES, fileMove, lastMoves } from "./moves";
import { SOURCES } from "./sources";
import { firstSteps, LAST_STEPS } from "./steps";

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
        "The corresponding author or an invited reviewer decides. The code also accepts requests left unanswered for 365 days; whether the site runs that is not confirmed.",
      usual: {
        expectedDays: 14,
        chaseAfterDays: 30,
        source: "Our own planning figures; none is published for reviews by contributors.",
      },
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
      id: "reject",
      label: "Rejected",
      from: ["pending"],
      to: "rejected",
      scope: "item",
      by: "reviewers",
      permission: "request.move",
      asks: [on("Rejected on"), reason("Why", "A rejection always carries a reason.")],
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
      tone: "neutral",
      source: SOURCES.requests,
    },
    ...lastMoves("accepted", ["draft", "ready_to_file", "pending"]),
  ],
};
