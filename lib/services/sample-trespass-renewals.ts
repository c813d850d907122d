import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import type { OutputFacts } from "../outputs/output";
import { listLibrary } from "./library";
import {
  addOutput,
  changeOutput,
  listOutputs,
  listRequestsForOutputs,
  removeOutput,
} from "./outputs";
import { getRenewal, saveRenewal } from "./renewals";
import { listRounds } from "./round-chain";
import type { Call } from "./sample-trespass";

const mine = (...requestIds: string[]): OutputFacts => ({
  ...{ kind: "publication", title: "Mine", reference: "", on: day("2026-11-22"), requestIds },
});

/** For tests: the calls by which team B asks for renewals, rounds and outputs of team A. */
export const TRESPASS_ON_RENEWALS: Record<string, Call[]> = {
  "outputs addOutput": [
    (b, a) => addOutput(b.lead, { commandId: randomUUID(), output: mine(a.requestId) }),
  ],
  "outputs changeOutput": [
    (b, a) => changeOutput(b.lead, { id: a.outputId, version: 1, output: mine() }),
    (b, a) => changeOutput(b.lead, { id: a.outputId, version: 1, output: mine(a.requestId) }),
  ],
  "outputs removeOutput": [(b, a) => removeOutput(b.lead, { id: a.outputId, version: 1 })],
  "renewals getRenewal": [(b, a) => getRenewal(b.lead, a.number)],
  "renewals saveRenewal": [
    (b, a) =>
      saveRenewal(b.lead, {
        ...{ requestId: a.requestId, version: 1, keeps: [], answers: {}, told: [] },
      }),
  ],
  "round-chain listRounds": [(b, a) => listRounds(b.lead, a.number)],
};

/** For tests: what team B reads of its own. */
export const OWN_OUTPUTS: Record<string, Call> = {
  "library listLibrary": (b) => listLibrary(b.lead),
  "outputs listOutputs": (b, a) => listOutputs(b.lead, { requestId: a.requestId }),
  "outputs listRequestsForOutputs": (b) => listRequestsForOutputs(b.lead),
};
