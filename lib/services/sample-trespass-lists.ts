import { readView } from "../lists/address";
import { AGREEMENT_LIST } from "../lists/agreements";
import { PERSON_LIST } from "../lists/people";
import { REQUEST_LIST } from "../lists/requests";
import { UNIT_LIST } from "../lists/units";
import { countOpeners, countOpenUnits } from "./access-counts";
import { listAgreements, readAgreementsFound } from "./agreement-list";
import { listForBulk } from "./bulk-moves";
import { knownNames } from "./known-names";
import { listPeople } from "./people";
import { readPeopleFound, searchPeople } from "./person-list";
import { listRequests, readRequests } from "./request-list";
import { listMyMoves } from "./requests";
import type { Call } from "./sample-trespass";
import { changeView, listViews, removeView } from "./saved-views";
import { listUnits, readUnitsFound } from "./unit-list";

/** The first batch of a file. */
async function first<T>(batches: Promise<AsyncIterable<T>>): Promise<T | undefined> {
  for await (const batch of await batches) return batch;
}

/** For tests: the calls by which team B asks for views of lists of team A. */
export const TRESPASS_ON_LISTS: Record<string, Call[]> = {
  "saved-views changeView": [
    (b, a) => changeView(b.lead, { id: a.viewId, version: 1, name: "Mine now" }),
  ],
  "saved-views removeView": [(b, a) => removeView(b.lead, { id: a.viewId, version: 1 })],
};

/** For tests: what team B sees of its own. */
export const OWN_LISTS: Record<string, Call> = {
  "access-counts countOpenUnits": async (b, a) => [
    ...(await countOpenUnits(b.lead, [a.lead.personId])),
  ],
  "access-counts countOpeners": async (b, a) => [...(await countOpeners(b.lead, [a.ownUnitId]))],
  "agreement-list listAgreements": (b) => listAgreements(b.lead, readView(AGREEMENT_LIST, {})),
  "agreement-list readAgreementsFound": (b) =>
    first(readAgreementsFound(b.lead, readView(AGREEMENT_LIST, {}))),
  "bulk-moves listForBulk": (b, a) => listForBulk(b.lead, [a.requestId]),
  "people listPeople": (b) => listPeople(b.lead),
  "person-list searchPeople": (b) => searchPeople(b.lead, readView(PERSON_LIST, {})),
  "person-list readPeopleFound": (b) => first(readPeopleFound(b.lead, readView(PERSON_LIST, {}))),
  "known-names knownNames": (b) => knownNames(b.lead),
  "request-list listRequests": (b, a) =>
    listRequests(b.lead, readView(REQUEST_LIST, { q: `GB-${a.number}` })),
  "request-list readRequests": async (b) => {
    for await (const rows of await readRequests(b.lead, readView(REQUEST_LIST, {}))) return rows;
  },
  "requests listMyMoves": (b) => listMyMoves(b.lead, 8),
  "unit-list listUnits": (b) => listUnits(b.lead, readView(UNIT_LIST, {})),
  "unit-list readUnitsFound": (b) => first(readUnitsFound(b.lead, readView(UNIT_LIST, {}))),
  "saved-views listViews": (b) => listViews(b.lead, "requests"),
};

/** For tests: what names no row of another team. */
export const APART_LISTS: Record<string, string> = {
  "saved-views saveView": "names nothing, adds to the actor's team",
};
