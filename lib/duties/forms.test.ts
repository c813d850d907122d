import { describe, expect, it } from "vitest";
import { settleDutyForm, severalDutiesForm, snoozeDutiesForm, snoozeDutyForm } from "./forms";

const id = "0199b8a1-0000-7000-8000-000000000001";
const snooze = (until: string) =>
  snoozeDutyForm.safeParse({ id, dueOn: "2027-03-14", until }).error?.issues[0];

it("reminders rest until the due day, and not a day longer", () => {
  expect(snooze("2027-03-14")).toBeUndefined();
  expect(snooze("2027-03-15")).toMatchObject({
    path: ["until"],
    message: "Reminders rest until 14 Mar 2027 at the latest, the day on which it is due.",
  });
  expect(snooze("2027-02-30")?.message).toBe("There is no 30 February 2027.");
});

describe("how a duty was done", () => {
  const done = { id, doneOn: "2026-11-22" };

  it("may stay empty or be of several lines", () => {
    expect(settleDutyForm.parse({ ...done, how: " By mail.\r\nTwice. " })).toMatchObject({
      how: "By mail.\nTwice.",
    });
    expect(settleDutyForm.parse({ ...done, how: "" })).toMatchObject({ how: "" });
  });

  it.each(["\u0000", "gpj\u202eexe", "x".repeat(501)])("is never %j, with a sentence", (how) => {
    const problems = settleDutyForm.safeParse({ ...done, how }).error?.issues;
    expect(problems).toMatchObject([{ path: ["how"], message: expect.stringMatching(/\.$/) }]);
  });
});

describe("several duties at once", () => {
  const several = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `0199b8a1-0000-7000-8000-${String(n).padStart(12, "0")}`,
    );

  it("are between one and fifty, each once", () => {
    const takes = (ids: string[]) => severalDutiesForm.safeParse({ ids }).success;
    expect(takes(several(1))).toBe(true);
    expect(takes(several(50))).toBe(true);
    expect(takes([])).toBe(false);
    expect(takes(several(51))).toBe(false);
    expect(takes([id, id])).toBe(false);
    expect(takes(["GB-1"])).toBe(false);
  });

  it("rest until one day, which must be there", () => {
    const problem = (until: string) =>
      snoozeDutiesForm.safeParse({ ids: [id], until }).error?.issues[0];
    expect(problem("2027-03-14")).toBeUndefined();
    expect(problem("")).toMatchObject({
      ...{ path: ["until"], message: "Choose the day on which reminders come again." },
    });
  });
});
