import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QualificationType } from "../archives/qualification";
import { addDays, day } from "../dates/day";
import { daysOf } from "./qualification-checks";
import { readFacts } from "./qualification-facts";
import { type QualificationFields, qualificationForm } from "./qualification-forms";
import { QUALIFICATION_TYPES, typeById } from "./qualification-types";
import { SAMPLE_TRAINING } from "./sample-types";

const CALENDAR = { today: day("2026-11-22"), latest: day("2026-11-22") };
const EMPTY = { since: "", completedOn: "", startsOn: "", reportEndsOn: "", endsOn: "" };

const read = (
  step: string,
  typed: Partial<QualificationFields> = {},
  type: QualificationType = SAMPLE_TRAINING,
  was: Parameters<typeof readFacts>[3] = null,
) => {
  const form = qualificationForm.parse({ ...EMPTY, reference: "", answers: {}, ...typed });
  return readFacts(type, step, form, was, CALENDAR);
};
const good = (step: string, typed: Partial<QualificationFields>) => ({
  ok: true,
  value: { step, completedOn: null, reportEndsOn: null, endsOn: null, reference: "", ...typed },
});

describe("a qualification that is recorded", () => {
  it("stands in the first step since today", () => {
    const value = { stepSince: "2026-11-22", startsOn: null, endedOn: null, endedBy: null };
    expect(read("planned")).toMatchObject({ ok: true, value });
  });

  it("stands in a later step since the day that is typed", () => {
    const typed = { since: "2026-11-01", completedOn: "2026-10-30", reportEndsOn: "2029-10-30" };
    expect(read("in_review", typed)).toEqual({
      ok: true,
      value: {
        ...{ step: "in_review", stepSince: "2026-11-01", startsOn: null },
        ...{ completedOn: "2026-10-30", reportEndsOn: "2029-10-30", endsOn: null },
        ...{ endedOn: null, endedBy: null, reference: "", answers: {} },
      },
    });
  });

  it.each([
    ["the day since which it stands there", { since: "2026-03-01" }, "2026-03-01", "2026-03-01"],
    ["its first day", { startsOn: "2026-03-01" }, "2026-03-01", "2026-03-01"],
    [
      "both, where they differ",
      { since: "2026-02-20", startsOn: "2026-03-01" },
      "2026-02-20",
      "2026-03-01",
    ],
    ["a first day still to come", { startsOn: "2027-01-01" }, "2026-11-22", "2027-01-01"],
  ])("holds from %s", (_what, typed, stepSince, startsOn) => {
    expect(read("accepted", typed)).toMatchObject({ ok: true, value: { stepSince, startsOn } });
  });

  it("keeps the time it held where it is over already", () => {
    const typed = { startsOn: "2025-01-01", since: "2026-06-01" };
    const ended = { ...typed, stepSince: "2026-06-01", endedOn: "2026-06-01", endedBy: "revoked" };
    const { since: _since, ...value } = ended;
    expect(read("revoked", typed)).toMatchObject(good("revoked", value));
    expect(read("withdrawn", { since: "2026-06-01" })).toMatchObject({ value: { endedOn: null } });
  });

  it("keeps its answers, without those that are empty or of no question", () => {
    const answers = { course: " Data only ", teamId: "x" };
    expect(read("planned", { answers })).toMatchObject({
      value: { answers: { course: "Data only" } },
    });
    expect(read("planned", { answers: { course: "" } })).toMatchObject({ value: { answers: {} } });
  });

  it.each([
    ["an unknown step", "gone", {}, "step", "no such step"],
    ["no day at all", "in_review", {}, "since", "since which it is: in review"],
    ["no first day", "accepted", {}, "startsOn", "from which it holds"],
    ["a day to come", "in_review", { since: "2026-11-23" }, "since", "still to come"],
    [
      "a completion to come",
      "in_review",
      { since: "2026-11-22", completedOn: "2026-11-23" },
      "completedOn",
      "still to come",
    ],
    ["a far start", "accepted", { startsOn: "2028-01-01" }, "startsOn", "year ahead"],
    [
      "a first day while nothing holds",
      "in_review",
      { since: "2026-11-01", startsOn: "2026-11-01" },
      "startsOn",
      "Nothing holds yet while it is: in review",
    ],
    [
      "an acceptance before completion",
      "accepted",
      { startsOn: "2026-03-01", completedOn: "2026-03-02" },
      "startsOn",
      "before it was completed",
    ],
    [
      "a report that ends before completion",
      "in_review",
      { since: "2026-11-01", completedOn: "2026-03-02", reportEndsOn: "2026-03-01" },
      "reportEndsOn",
      "before the day of completion",
    ],
    [
      "an end before the start",
      "accepted",
      { startsOn: "2026-03-02", endsOn: "2026-03-01" },
      "endsOn",
      "before the day from which it holds",
    ],
    [
      "a revocation before the start",
      "revoked",
      { startsOn: "2026-03-02", since: "2026-03-01" },
      "since",
      "ended before",
    ],
    ["a wrong number", "planned", { reference: "123" }, "reference", "Write it like R-123."],
    ["a long answer", "planned", { answers: { course: "x".repeat(21) } }, "answers.course", "20"],
  ])("with %s is refused at the field", (_what, step, typed, field, sentence) => {
    const message = expect.stringContaining(sentence);
    expect(read(step, typed)).toEqual({ ok: false, field, message });
  });

  it("ends and starts on the same day, if it must", () => {
    const typed = { startsOn: "2026-03-01", endsOn: "2026-03-01", completedOn: "2026-03-01" };
    expect(read("accepted", typed).ok).toBe(true);
  });
});

describe("a correction", () => {
  const was = {
    ...{ stepSince: day("2026-10-01"), startsOn: day("2026-01-01") },
    ...{ endedOn: day("2026-09-30"), endedBy: "revoked" },
  };

  it("leaves it where it stands, since when it stood there", () => {
    expect(read("in_review", {}, SAMPLE_TRAINING, was)).toMatchObject({
      value: { stepSince: "2026-10-01", startsOn: null },
    });
  });

  it("of the day from which it holds moves the day on which it was accepted with it", () => {
    const from = (startsOn: string) => ({
      ...{ stepSince: day("2026-10-01"), startsOn: day(startsOn), endedOn: null, endedBy: null },
    });
    const typed = { since: "2026-10-01", startsOn: "2026-09-15" };
    const correct = (startsOn: string) => read("accepted", typed, SAMPLE_TRAINING, from(startsOn));
    expect(correct("2026-10-01")).toMatchObject({ value: { stepSince: "2026-09-15" } });
    expect(correct("2026-11-01")).toMatchObject({ value: { stepSince: "2026-10-01" } });
  });

  it("does not lose a time that it held before", () => {
    const typed = { startsOn: "2026-01-01" };
    expect(read("in_review", typed, SAMPLE_TRAINING, was)).toMatchObject({
      value: { startsOn: "2026-01-01", endedOn: "2026-09-30", endedBy: "revoked" },
    });
  });
});

describe("the types of the product", () => {
  it("take only days that something hangs on", () => {
    const credential = typeById("physionet_credential");
    if (!credential) throw new Error("gone");
    expect(daysOf(credential)).toEqual(["startsOn"]);
    const typed = { startsOn: "2026-03-01", endsOn: "2027-03-01" };
    expect(read("accepted", typed, credential)).toMatchObject({ ok: false, field: "endsOn" });
  });

  it("refuse the address of a certificate where the report is asked for", () => {
    const citi = typeById("citi_data_only");
    if (!citi) throw new Error("gone");
    const typed = { startsOn: "2026-03-01" };
    const link = (letter: string) => `https://www.citiprogram.org/verify/?${letter}04e73368-71-1`;
    expect(read("accepted", { ...typed, reference: link("k") }, citi).ok).toBe(true);
    expect(read("accepted", { ...typed, reference: link("w") }, citi)).toEqual({
      ok: false,
      field: "reference",
      message: expect.stringContaining("This is the certificate."),
    });
  });

  it("take in each of their steps what was checked once, unchanged", () => {
    const days = fc.option(
      fc.integer({ min: -900, max: 500 }).map((n) => addDays(CALENDAR.today, n)),
      { nil: "" },
    );
    const cases = QUALIFICATION_TYPES.flatMap((type) =>
      type.lifecycle.steps.map(({ id }) => ({ type, step: id })),
    );
    const typed = fc.record({
      ...{ since: days, completedOn: days, startsOn: days, reportEndsOn: days, endsOn: days },
    });
    fc.assert(
      fc.property(fc.constantFrom(...cases), typed, ({ type, step }, fields) => {
        const first = read(step, fields, type);
        if (!first.ok) return;
        const { stepSince, endedOn, endedBy, startsOn, completedOn, ...rest } = first.value;
        const again = read(
          step,
          {
            ...{ since: "", startsOn: startsOn ?? "", completedOn: completedOn ?? "" },
            ...{ reportEndsOn: rest.reportEndsOn ?? "", endsOn: rest.endsOn ?? "" },
          },
          type,
          { stepSince, startsOn, endedOn, endedBy },
        );
        expect(again).toEqual(first);
      }),
    );
  });
});
