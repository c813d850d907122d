import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Archive } from "../archives/archive";
import { ARCHIVES } from "../archives/index";
import { addDays, day, daysBetween } from "../dates/day";
import { type Spread, spreadOf } from "./durations";
import { stepOf } from "./lifecycle";
import { type AskedRequest, isAsked, nudgeForm, nudgeTiming, waitsOf } from "./nudge";

const LIFECYCLES = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.map((lifecycle) => ({ archive, lifecycle })),
);
const [dbgap] = LIFECYCLES;
if (!dbgap) throw new Error("There is no archive");

const REVIEW = stepOf(dbgap.lifecycle, "dac_review");
const SINCE = day("2026-03-01");

const timing = (today: number, more: { asked?: number[]; seen?: Spread } = {}) =>
  nudgeTiming({
    ...{ step: REVIEW, since: SINCE, seen: more.seen, today: addDays(SINCE, today) },
    asked: (more.asked ?? []).map((days) => addDays(SINCE, days)),
  });

describe("the time to ask for news", () => {
  it("is one day past the usual days of waiting", () => {
    expect(timing(42)).toMatchObject({ isDue: false, basis: "usual", afterDays: 42 });
    expect(timing(43)).toMatchObject({ isDue: true, from: addDays(SINCE, 43) });
  });

  it("is told by the team's own upper quartile once there are five", () => {
    expect(timing(0, { seen: spreadOf([5, 5, 5, 5]) })?.afterDays).toBe(42);
    expect(timing(0, { seen: spreadOf([1, 2, 3, 4, 9.5]) })).toMatchObject({
      ...{ basis: "team", afterDays: 4 },
    });
  });

  it("begins anew with the latest letter of this stay", () => {
    expect(timing(60, { asked: [20, 50] })).toMatchObject({
      ...{ isDue: false, lastNudge: addDays(SINCE, 50), from: addDays(SINCE, 93) },
    });
    expect(timing(60, { asked: [-5] })).toMatchObject({ isDue: true, lastNudge: null });
  });

  it("never comes while it is our own move, nor where nobody knows what is usual", () => {
    const own = stepOf(dbgap.lifecycle, "revision_requested");
    const about = { since: SINCE, asked: [], seen: undefined, today: addDays(SINCE, 900) };
    expect(nudgeTiming({ ...about, step: own })).toBeNull();
    expect(nudgeTiming({ ...about, step: { ...REVIEW, usual: undefined } })).toBeNull();
  });

  it("is due exactly when more days than those have passed since the last sign", () => {
    const days = fc.integer({ min: 0, max: 400 });
    const seen = fc.option(fc.array(days, { maxLength: 9 }), { nil: undefined });
    fc.assert(
      fc.property(days, fc.array(days, { maxLength: 4 }), seen, (today, asked, lengths) => {
        const past = asked.filter((on) => on <= today);
        const answer = timing(today, { asked: past, seen: lengths && spreadOf(lengths) });
        const last = Math.max(0, ...past);
        expect(answer?.isDue).toBe(today - last > (answer?.afterDays ?? 0));
        expect(daysBetween(addDays(SINCE, last), answer?.from ?? SINCE)).toBe(
          (answer?.afterDays ?? 0) + 1,
        );
      }),
    );
  });
});

const request = (archive: Archive, step: string): AskedRequest => ({
  ...{ title: "Ageing and blood", archiveNumber: "40215", submittedOn: day("2026-02-27") },
  people: [{ function: "pi", person: { name: "Ana Ruiz" } }],
  items: [1, 2, 3, 4, 5, 6].map((number) => ({
    ...{ id: `i${number}`, step, stepSince: addDays(SINCE, number), archiveNumber: null },
    unitName: `Study ${number}`,
    personName: archive.itemPerPerson ? "Chidi Obi" : null,
  })),
});

const about = {
  ...{ ownNumber: "GB-12", sender: "Bo Berg", today: day("2026-05-01"), asked: [], seen: {} },
};

describe.each(LIFECYCLES)("letters about $lifecycle.id", ({ archive, lifecycle }) => {
  const asked = lifecycle.steps.filter(({ waitingOn }) => isAsked(waitingOn));

  it("are written for each step that waits outside, and for no other one", () => {
    for (const step of lifecycle.steps) {
      const waits = waitsOf({ archive, lifecycle }, request(archive, step.id), about);
      expect(waits.map((wait) => wait.step.id)).toEqual(asked.includes(step) ? [step.id] : []);
    }
  });

  it.each(asked)("say at “$label” what is asked, of what, since when, and by whom", (step) => {
    const own = request(archive, step.id);
    const [wait] = waitsOf({ archive, lifecycle }, own, about);
    const { to = "", subject = "", body = "" } = wait?.letter ?? {};
    expect(to).toMatch(/\.$/);
    expect(subject).toContain(archive.name);
    expect(subject).toContain("40215");
    for (const fact of ["Ageing and blood", "Study 1", "2 more", "Ana Ruiz", "Bo Berg", "GB-12"]) {
      expect(body).toContain(fact);
    }
    expect(body).toContain("2 March 2026, for 60 days");
    expect(body).toContain("27 February 2026");
    expect(body).toMatch(/^Dear /);
    expect(body).toContain("Thank you");
    expect(`${to} ${subject} ${body}`).not.toMatch(/undefined|null|NaN|\[object/);
    const sent = { step: step.id, on: "2026-05-01", subject, text: body };
    const ids = { commandId: crypto.randomUUID(), requestId: crypto.randomUUID() };
    expect(nudgeForm.parse({ ...ids, ...sent })).toMatchObject(sent);
  });
});

it("a letter about very long names still has a subject that mail programs show", () => {
  const long = request(dbgap.archive, "dac_review");
  const items = long.items.map((item) => ({ ...item, unitName: `${item.unitName} `.repeat(40) }));
  const [wait] = waitsOf(dbgap, { ...long, items }, about);
  expect(wait?.letter.subject.length).toBeLessThanOrEqual(160);
});
