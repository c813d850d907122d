import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import type { RecordIncident } from "../incidents/forms";
import { listAmendments } from "./amendment-list";
import {
  askAmendment,
  decideAmendment,
  prepareAmendment,
  recordAmendment,
  withdrawAmendment,
} from "./amendments";
import { getIncident, listIncidents, listIncidentsOfRequest } from "./incident-pages";
import {
  closeIncident,
  noteIncident,
  recordIncident,
  setMeasures,
  waiveIncidentDuty,
} from "./incidents";
import { recordNewVersion, settleVersion } from "./new-versions";
import type { Call } from "./sample-trespass";
import { listHeldUnits, listNewVersions, requestNewVersion } from "./version-pages";

const TODAY = day("2026-11-22");
const first = { version: 1, why: "Mine" };
const decision = { version: 1, on: TODAY, documentId: null };

const incident = (foundById: string, unitId: string): RecordIncident => ({
  commandId: randomUUID(),
  incident: {
    ...{ kind: "other", title: "Mine", what: "Mine", measures: "", happenedOn: null, foundById },
    ...{ knownOn: TODAY, knownTime: "08:00", unitIds: [unitId] },
  },
});

/** For tests: the calls by which team B asks for incidents, amendments and versions of team A. */
export const TRESPASS_ON_EVENTS: Record<string, Call[]> = {
  "amendment-list listAmendments": [(b, a) => listAmendments(b.lead, a.requestId)],
  "amendments askAmendment": [
    (b, a) => askAmendment(b.lead, { id: a.amendmentId, version: 1, on: TODAY }),
  ],
  "amendments decideAmendment": [
    (b, a) => decideAmendment(b.lead, { ...decision, id: a.amendmentId, outcome: "approved" }),
  ],
  "amendments prepareAmendment": [
    (b, a) =>
      prepareAmendment(b.lead, {
        ...{ commandId: randomUUID(), requestId: a.requestId, what: "Mine now" },
        change: { kind: "hand_over", personId: b.lead.personId },
      }),
  ],
  "amendments recordAmendment": [
    (b, a) => recordAmendment(b.lead, { ...decision, id: a.amendmentId }),
  ],
  "amendments withdrawAmendment": [
    (b, a) => withdrawAmendment(b.lead, { id: a.amendmentId, version: 1 }),
  ],
  "incident-pages getIncident": [(b, a) => getIncident(b.lead, a.number)],
  "incidents closeIncident": [(b, a) => closeIncident(b.lead, { ...first, id: a.incidentId })],
  "incidents noteIncident": [
    (b, a) => noteIncident(b.lead, { commandId: randomUUID(), id: a.incidentId, text: "Mine" }),
  ],
  "incidents recordIncident": [
    (b, a) => recordIncident(b.lead, incident(a.lead.personId, a.unitId)),
    (b, a) => recordIncident(b.lead, incident(b.lead.personId, a.ownUnitId)),
  ],
  "incidents setMeasures": [
    (b, a) => setMeasures(b.lead, { id: a.incidentId, version: 1, measures: "Mine" }),
  ],
  "incidents waiveIncidentDuty": [
    (b, a) => waiveIncidentDuty(b.lead, { id: a.obligationId, why: "Mine" }),
  ],
  "new-versions recordNewVersion": [
    (b, a) =>
      recordNewVersion(b.lead, {
        ...{ commandId: randomUUID(), oldUnitId: a.ownUnitId, typed: "v9.p9" },
      }),
  ],
  "new-versions settleVersion": [(b, a) => settleVersion(b.lead, { ...first, id: a.newVersionId })],
  "version-pages requestNewVersion": [
    (b, a) =>
      requestNewVersion(b.lead, {
        ...{ commandId: randomUUID(), id: a.newVersionId, personIds: [] },
      }),
  ],
};

/** The same of what shows the actor's own. */
export const OWN_EVENTS: Record<string, Call> = {
  "incident-pages listIncidents": (b) => listIncidents(b.lead),
  "incident-pages listIncidentsOfRequest": (b, a) => listIncidentsOfRequest(b.lead, a.requestId),
  "version-pages listHeldUnits": (b) => listHeldUnits(b.lead),
  "version-pages listNewVersions": (b, a) => listNewVersions(b.lead, { unitId: a.unitId }),
};

/** What names no row of a team, and why. */
export const APART_EVENTS: Record<string, string> = {
  "team-ids teamIdOf": "a job, for the team it names",
  "team-ids teamIds": "a job for all teams",
  "reconcile reconcileDuties": "a job for all teams",
  "version-watch watchVersions": "a job for all teams",
};
