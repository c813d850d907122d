import type { Move } from "../lifecycle";
import { comment, on } from "./asks";
import { CLOSING } from "./closing-moves";
import { PREPARING } from "./preparing-moves";
import { RENEWAL } from "./renewal-moves";
import { RENEWAL_STEPS } from "./renewal-steps";
import { SOURCES } from "./sources";

const REVIEW: readonly Move[] = [
  {
    id: "review_started",
    label: "The DAC is reviewing it",
    from: ["submitted"],
    to: "dac_review",
    scope: "request",
    by: "dac",
    permission: "request.move",
    asks: [on("Confirmed by the committee on")],
    effect: "none",
    tone: "neutral",
    source: SOURCES.dacTour,
  },
  {
    id: "queries",
    label: "The DAC asks questions",
    from: ["submitted", "dac_review"],
    to: "dac_queries",
    scope: "request",
    by: "dac",
    permission: "request.move",
    asks: [on("Asked on"), comment("questions", "What the committee asks", "Its own words help.")],
    paper: "The committee's message",
    effect: "send_back",
    tone: "neutral",
    source: SOURCES.dacTour,
  },
  {
    id: "answered",
    label: "Questions answered",
    from: ["dac_queries"],
    to: "dac_review",
    scope: "request",
    by: "us",
    permission: "request.move",
    asks: [
      on("Answered on"),
      {
        ...comment("given", "What was answered", "Empty where the form or the letter says it."),
        required: false,
      },
    ],
    paper: "The answer as it was sent",
    effect: "file",
    tone: "primary",
    source: SOURCES.dacTour,
  },
  {
    id: "countersigned",
    label: "Agreement countersigned",
    from: ["submitted", "dac_review"],
    to: "countersigned",
    scope: "request",
    by: "dac",
    permission: "request.move",
    asks: [on("Countersigned on")],
    paper: "The countersigned agreement",
    effect: "none",
    tone: "neutral",
    source: SOURCES.template,
  },
];

const DECISION: readonly Move[] = [
  {
    id: "grant",
    label: "Record approval",
    from: ["submitted", "dac_review", "countersigned"],
    to: "granted",
    scope: "item",
    by: "dac",
    permission: "request.approve",
    asks: [],
    effect: "grant",
    tone: "primary",
    source: SOURCES.permission,
  },
  {
    id: "deny",
    label: "Denied",
    from: ["submitted", "dac_review", "dac_queries", "countersigned"],
    to: "denied",
    scope: "item",
    by: "dac",
    permission: "request.move",
    asks: [on("Denied on"), comment("reason", "Why", "A refusal carries a reason; keep it.")],
    paper: "The committee's letter",
    effect: "none",
    tone: "danger",
    source: SOURCES.dacTour,
  },
];

/** Where an application may stand while an approval of it is in force. */
const WITH_ACCESS = [
  "granted",
  ...RENEWAL_STEPS.map(({ id }) => id),
  "internal_signature",
  "submitted",
  "dac_review",
  "dac_queries",
  "countersigned",
  "denied",
];

const ENDING: readonly Move[] = [
  {
    id: "revoke",
    label: "Revoked by the DAC",
    from: WITH_ACCESS,
    to: "revoked",
    scope: "item",
    by: "dac",
    permission: "request.approve",
    asks: [on("Revoked on"), comment("reason", "Why", "The reason that the committee gave.")],
    paper: "The committee's letter",
    effect: "end",
    only: "granted",
    tone: "danger",
    source: SOURCES.permission,
  },
  {
    id: "withdraw",
    label: "Withdraw",
    from: [
      "draft",
      "account_pending",
      "account_active",
      "help_desk",
      "forms_requested",
      "internal_signature",
      "submitted",
      "dac_review",
      "dac_queries",
      "countersigned",
    ],
    to: "withdrawn",
    scope: "item",
    by: "us",
    permission: "request.move",
    asks: [on("Withdrawn on")],
    effect: "none",
    only: "not_granted",
    tone: "danger",
    source: SOURCES.accessFaq,
  },
];

/** What can happen to an application; papers travel together, data sets are decided one by one. */
export const MOVES: readonly Move[] = [
  ...PREPARING,
  ...REVIEW,
  ...DECISION,
  ...RENEWAL,
  ...CLOSING,
  ...ENDING,
];
