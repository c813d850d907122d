import type { Move } from "../lifecycle";
import { on, reason } from "./asks";
import { RENEWAL_STEPS } from "./renewal-steps";
import { SOURCES } from "./sources";

/** Where a request may stand while an approval of it is in force. */
const WITH_ACCESS = [
  "approved",
  "so_review",
  "dac_review",
  "revision_requested",
  "rejected",
  "closeout_submitted",
  ...RENEWAL_STEPS.map(({ id }) => id),
];

const BY_NIH = {
  scope: "item",
  by: "archive",
  permission: "request.approve",
  paper: "NIH's letter",
  source: SOURCES.certification,
} as const satisfies Partial<Move>;

/** What NIH does after a breach of its policies, and the way back: an appeal by letter. */
export const BREACH: readonly Move[] = [
  {
    id: "suspend",
    label: "Suspended by NIH",
    from: WITH_ACCESS,
    to: "suspended",
    ...BY_NIH,
    asks: [on("Suspended on"), reason("What NIH wrote", "The reason, and for how long.")],
    effect: "end",
    only: "granted",
    tone: "danger",
  },
  {
    id: "terminate",
    label: "Terminated by NIH",
    from: WITH_ACCESS,
    to: "terminated",
    ...BY_NIH,
    asks: [on("Terminated on"), reason("What NIH wrote", "The reason, and what NIH asks to do.")],
    effect: "end",
    only: "granted",
    tone: "danger",
  },
  {
    id: "terminate_suspended",
    label: "Terminated by NIH after the suspension",
    from: ["suspended"],
    to: "terminated",
    ...BY_NIH,
    asks: [on("Terminated on"), reason("What NIH wrote", "The reason, and what NIH asks to do.")],
    effect: "end",
    tone: "danger",
  },
  {
    id: "reinstate",
    label: "Record approval: NIH gave the access back",
    from: ["suspended", "terminated"],
    to: "approved",
    ...BY_NIH,
    asks: [reason("What NIH wrote", "The decision on the appeal, and until when access lasts.")],
    effect: "grant",
    tone: "neutral",
  },
];
