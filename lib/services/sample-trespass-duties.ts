import { randomUUID } from "node:crypto";
import { day } from "../dates/day";
import { readView } from "../lists/address";
import { DUTY_LIST } from "../lists/duties";
import { acknowledgeDuties, snoozeDuties } from "./bulk-duties";
import { dropDuty, reopenDuty, settleDuty } from "./duties";
import { listClosedDuties, listOpenDuties } from "./duties-about";
import { acknowledgeDuty, snoozeDuty, wakeDuty } from "./duty-attention";
import { listDuties, readDuties } from "./duty-list";
import { getDuty } from "./duty-page";
import { getEscalation, setEscalation } from "./escalation";
import type { SampleTeam } from "./sample-team";
import type { Call, Stranger } from "./sample-trespass";
import { listSchedules, resetSchedule, setSchedule } from "./schedules";
import { endStandIn, listStandIns, recordStandIn } from "./stand-ins";

const ON = day("2026-11-22");

const ofAgreement = ({ agreementId }: SampleTeam) => {
  return { target: { level: "agreement" as const, agreementId }, kind: "", version: 0 };
};

const absence = (personId: string, standInId: string): Call => {
  return (b) =>
    recordStandIn(b.lead, {
      ...{ commandId: randomUUID(), personId, standInId, startsOn: ON, endsOn: ON, why: "" },
    });
};

/** For tests: the calls by which team B asks for duties, schedules and absences of team A. */
export const TRESPASS_ON_DUTIES: Record<string, Call[]> = {
  "bulk-duties acknowledgeDuties": [(b, a) => acknowledgeDuties(b.lead, { ids: [a.obligationId] })],
  "bulk-duties snoozeDuties": [
    (b, a) => snoozeDuties(b.lead, { ids: [a.obligationId], until: day("2026-11-24") }),
  ],
  "duties settleDuty": [
    (b, a) => settleDuty(b.lead, { id: a.obligationId, doneOn: ON, how: "" }),
    (b, a) =>
      settleDuty(b.lead, { id: a.obligationId, doneOn: ON, how: "", documentId: a.documentId }),
  ],
  "duties dropDuty": [
    (b, a) => dropDuty(b.lead, { id: a.obligationId, as: "missed", why: "Mine" }),
  ],
  "duties reopenDuty": [(b, a) => reopenDuty(b.lead, { id: a.obligationId, why: "Mine" })],
  "duty-attention acknowledgeDuty": [(b, a) => acknowledgeDuty(b.lead, { id: a.obligationId })],
  "duty-attention snoozeDuty": [
    (b, a) => snoozeDuty(b.lead, { id: a.obligationId, until: day("2026-11-24") }),
  ],
  "duty-attention wakeDuty": [(b, a) => wakeDuty(b.lead, { id: a.obligationId })],
  "duty-page getDuty": [(b, a) => getDuty(b.lead, a.obligationId)],
  "escalation setEscalation": [
    (b, a) => setEscalation(b.lead, { secondContactId: a.lead.personId, afterDays: 3, version: 1 }),
  ],
  "schedules setSchedule": [
    (b, a) => setSchedule(b.lead, { ...ofAgreement(a), leads: [1], after: "never" }),
  ],
  "schedules resetSchedule": [(b, a) => resetSchedule(b.lead, ofAgreement(a))],
  "stand-ins recordStandIn": [
    (b, a) => absence(a.lead.personId, b.lead.personId)(b, a),
    (b, a) => absence(b.lead.personId, a.lead.personId)(b, a),
  ],
  "stand-ins endStandIn": [(b, a) => endStandIn(b.lead, { id: a.standInRowId })],
};

/** For tests: what team B is shown of duties, schedules and absences, whomever it names. */
export const OWN_DUTIES: Record<string, Call> = {
  "duties-about listOpenDuties": (b, a) => listOpenDuties(b.lead, { ownerId: a.lead.personId }),
  "duties-about listClosedDuties": (b, a) => listClosedDuties(b.lead, { requestId: a.requestId }),
  "duty-list listDuties": (b, a) => listDuties(b.lead, everythingOf(a)),
  "duty-list readDuties": (b, a) => firstBatch(b, a),
  "escalation getEscalation": (b) => getEscalation(b.lead),
  "schedules listSchedules": (b) => listSchedules(b.lead),
  "stand-ins listStandIns": (b, a) => listStandIns(b.lead, a.lead.personId),
};

async function firstBatch(b: Stranger, a: SampleTeam) {
  for await (const batch of await readDuties(b.lead, everythingOf(a))) return batch;
}

const everythingOf = ({ lead }: SampleTeam) => readView(DUTY_LIST, { q: `member:"${lead.name}"` });
