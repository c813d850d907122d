import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "../dates/day";
import { clockAt } from "./clock";
import { type DutyFacts, planReminder } from "./plan";
import { SAMPLE_DUTY, SAMPLE_END, samplePerson, sampleSettings } from "./sample-duty";
import { wakesAt } from "./wake";

const HOUR = 3_600_000;
const START = Date.parse("2027-01-01T00:00:00Z");

const zones = fc.constantFrom(
  ...["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/New_York"],
);
const days = fc.integer({ min: -60, max: 120 }).map((days) => addDays(SAMPLE_END, -days));

const duties = fc.record({
  zone: zones,
  rest: fc.option(days),
  absence: fc.tuple(days, fc.nat(20)),
  endsOn: fc.option(days),
  acknowledged: fc.boolean(),
  leads: fc.uniqueArray(fc.nat(90), { maxLength: 4 }),
  after: fc.constantFrom("daily" as const, "weekly" as const, "never" as const),
  dueAt: fc.option(fc.nat(48)),
});

test("a duty is looked at again before anything about its reminders changes by itself", () => {
  fc.assert(
    fc.property(duties, fc.nat(120 * 24), fc.nat(40 * 24), (duty, hour, later) => {
      const { absence, acknowledged, endsOn, rest, zone } = duty;
      const [startsOn, length] = absence;
      const sam = samplePerson("sam", { timeZone: "Asia/Kolkata" });
      const facts: DutyFacts = {
        ...SAMPLE_DUTY,
        dueAt: duty.dueAt === null ? null : new Date(`${SAMPLE_END}T09:00:00Z`),
        hours: [24, 20, 12, 4],
        concerned: {
          ...{ holder: [samplePerson("hana", { timeZone: zone, endsOn })], pi: [] },
          ...{ owner: [samplePerson("omar")], lead: [] },
        },
        absences: [{ personId: "hana", standIn: sam, startsOn, endsOn: addDays(startsOn, length) }],
        secondContact: samplePerson("zoe", { timeZone: "America/St_Johns" }),
        rests: rest ? new Map([["omar", rest]]) : new Map(),
        escalation: { ...SAMPLE_DUTY.escalation, acknowledged },
      };
      const settings = sampleSettings({ leads: duty.leads, after: duty.after });
      const at = START + hour * HOUR;
      const wakes = wakesAt(facts, settings, clockAt(new Date(at)));
      expect(wakes.getTime()).toBeGreaterThan(at);
      const then = new Date(Math.min(wakes.getTime() - 1, at + later * HOUR));
      const keysAt = (instant: Date) => {
        const plan = planReminder(facts, settings, clockAt(instant));
        return "notices" in plan ? plan.notices.map(({ key }) => key) : [];
      };
      const known = keysAt(new Date(at));
      expect(keysAt(then).filter((key) => !known.includes(key))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("a closed duty is looked at each day, and one of which all is said once a month", () => {
  const clock = clockAt(new Date("2027-03-01T12:00:00Z"));
  const settings = sampleSettings({ leads: [30], after: "never" });
  const closed = { ...SAMPLE_DUTY, requestStatus: "closed" as const };
  expect(wakesAt(closed, settings, clock).toISOString()).toBe("2027-03-02T00:00:00.000Z");
  const told = {
    ...SAMPLE_DUTY,
    escalation: { ...SAMPLE_DUTY.escalation, dueOn: day("2027-01-01") },
  };
  expect(wakesAt(told, settings, clock).toISOString()).toBe("2027-03-31T00:00:00.000Z");
});
