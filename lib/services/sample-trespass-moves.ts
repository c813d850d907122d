import { randomUUID } from "node:crypto";
import { bulkMove } from "./bulk-moves";
import { moveRequest } from "./moves";
import type { Call } from "./sample-trespass";
import { undoLastMove } from "./undo-move";

/** For tests: the calls by which team B tries to move a request of team A. */
export const TRESPASS_ON_MOVES: Record<string, Call[]> = {
  "moves moveRequest": [
    (b, a) =>
      moveRequest(b.lead, {
        ...{ commandId: randomUUID(), requestId: a.requestId, version: 1, move: "withdraw" },
        ...{ itemIds: [a.itemId], answers: {} },
      }),
  ],
  "bulk-moves bulkMove": [
    (b, a) =>
      bulkMove(b.lead, {
        ...{ move: "withdraw", answers: { on: "2026-11-22" } },
        requests: [{ id: a.requestId, version: 1, commandId: randomUUID() }],
      }),
  ],
  "undo-move undoLastMove": [
    (b, a) =>
      undoLastMove(b.lead, {
        ...{ commandId: randomUUID(), requestId: a.requestId, version: 1, why: "Mine now" },
      }),
  ],
};
