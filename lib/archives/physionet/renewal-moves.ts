import type { Move } from "../lifecycle";
import { on } from "./asks";
import { SOURCES } from "./sources";

/** Contributor Review: asking anew is a further round; each person goes alone. */
export const RENEWAL: readonly Move[] = [
  {
    id: "begin_anew",
    label: "Ask anew",
    from: ["accepted"],
    to: "renewal_draft",
    scope: "item",
    by: "holder",
    permission: "request.move",
    asks: [],
    effect: "renew",
    only: "granted",
    tone: "primary",
    source: SOURCES.requests,
  },
  {
    id: "file_anew",
    label: "Mark the new request as submitted at PhysioNet",
    from: ["renewal_draft"],
    to: "pending",
    scope: "item",
    by: "holder",
    permission: "request.move",
    asks: [on("Requested on")],
    effect: "file",
    only: "granted",
    tone: "primary",
    source: SOURCES.requests,
  },
  {
    id: "withdraw_anew",
    label: "Give it up, the old access stands",
    from: ["renewal_draft", "pending", "rejected"],
    to: "accepted",
    scope: "item",
    by: "holder",
    permission: "request.move",
    asks: [on("Given up on")],
    effect: "keep",
    only: "granted",
    tone: "danger",
    source: SOURCES.requests,
  },
];
