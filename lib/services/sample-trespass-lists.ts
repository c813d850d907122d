import { readView } from "../lists/address";
import { REQUEST_LIST } from "../lists/requests";
import { listAgreements } from "./agreements";
import { listForBulk } from "./bulk-moves";
import { knownNames } from "./known-names";
import { listPeople } from "./people";
import { listRequests, readRequests } from "./request-list";
import { countRequests, listMyMoves } from "./requests";
import type { Call } from "./sample-trespass";
import { changeView, listViews, removeView } from "./saved-views";

/** For tests: the calls by which team B asks for views of lists of team A. */
export const TRESPASS_ON_LISTS: Record<string, Call[]> = {
  "saved-views changeView": [
    (b, a) => changeView(b.lead, { id: a.viewId, version: 1, name: "Mine now" }),
  ],
  "saved-views removeView": [(b, a) => removeView(b.lead, { id: a.viewId, version: 1 })],
};

/** For tests: what team B sees of its own. */
export const OWN_LISTS: Record<string, Call> = {
  "agreements listAgreements": (b) => listAgreements(b.lead),
  "bulk-moves listForBulk": (b, a) => listForBulk(b.lead, [a.requestId]),
  "people listPeople": (b) => listPeople(b.lead),
  "known-names knownNames": (b) => knownNames(b.lead),
  "request-list listRequests": (b, a) =>
    listRequests(b.lead, readView(REQUEST_LIST, { q: `GB-${a.number}` })),
  "request-list readRequests": async (b) => {
    for await (const rows of await readRequests(b.lead, readView(REQUEST_LIST, {}))) return rows;
  },
  "requests listMyMoves": (b) => listMyMoves(b.lead, 8),
  "requests countRequests": (b) => countRequests(b.lead),
  "saved-views listViews": (b) => listViews(b.lead, "requests"),
};

/** For tests: what names no row of another team. */
export const APART_LISTS: Record<string, string> = {
  "saved-views saveView": "names nothing, adds to the actor's team",
};
