import { day } from "../dates/day";
import type { DutyFacts } from "./plan";
import type { Addressee } from "./recipients";
import type { Schedule } from "./schedule";
import type { ReminderSettings } from "./settings";

/** The due day of the sample duty. */
export const SAMPLE_END = day("2027-03-14");

/** For tests: somebody who is on the team for good and reads mail in UTC. */
export function samplePerson(name: string, change: Partial<Addressee> = {}): Addressee {
  const reached = { address: `${name}@lab.test`, timeZone: "UTC" };
  return { personId: name, name, ...reached, startsOn: day("2020-01-01"), endsOn: null, ...change };
}

/** For tests: the end of an approval that Hana holds, Omar looks after and Lea watches. */
export const SAMPLE_DUTY: DutyFacts = {
  ...{ obligationId: "o1", kind: "renewal", archive: "dbgap", agreementId: null },
  ...{ dueOn: SAMPLE_END, dueAt: null, hours: [], isToldOnce: false, open: true },
  requestStatus: "approved",
  ending: { itemStatus: "approved", grantCycle: 1, filedCycle: 1 },
  concerned: {
    holder: [samplePerson("hana")],
    pi: [],
    owner: [samplePerson("omar")],
    lead: [samplePerson("lea")],
  },
  absences: [],
  secondContact: null,
  rests: new Map(),
  escalation: {
    ...{ dueOn: SAMPLE_END, firstSentOn: null, bounced: false, acknowledged: false },
    ...{ afterDays: 7, isToldOnce: false },
  },
};

/** For tests: a team in which one schedule counts for everything. */
export function sampleSettings(schedule: Schedule): ReminderSettings {
  const target = { kind: "", personId: null, agreementId: null, archive: "" };
  return { schedules: [{ id: "s1", level: "team", ...target, ...schedule }], wishes: new Map() };
}
