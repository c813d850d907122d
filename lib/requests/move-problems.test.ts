import { describe, expect, it } from "vitest";
import type { Move } from "../archives/lifecycle";
import { day } from "../dates/day";
import { moveProblems, type TypedMove } from "./move-problems";

const approve: Pick<Move, "asks" | "effect" | "scope"> = {
  asks: [{ id: "number", label: "Number", kind: "text", required: true, pattern: "^\\d+$" }],
  effect: "grant",
  scope: "item",
};
const typed: TypedMove = {
  itemIds: ["a"],
  answers: { number: "12" },
  decision: {
    decidedOn: "2027-02-01",
    startsOn: "2027-02-01",
    endsOn: "2028-02-01",
    documentId: "",
  },
};
const days = { latestDay: day("2027-02-03"), stepSince: day("2027-01-01") };
const problems = (change: Partial<TypedMove>) =>
  moveProblems(approve, { ...typed, ...change }, days);
const decided = (change: Partial<TypedMove["decision"]>) =>
  problems({ decision: { ...typed.decision, ...change } });

describe("a move as typed", () => {
  it("may be sent when everything is there, also without an end", () => {
    expect(problems({})).toEqual({});
    expect(decided({ endsOn: "" })).toEqual({});
  });

  it("says at each field what is wrong, all at once", () => {
    const found = problems({
      itemIds: [],
      answers: { number: "twelve" },
      decision: { decidedOn: "2027-02-30", startsOn: "", endsOn: "soon", documentId: "" },
    });
    expect(found).toEqual({
      items: "Choose at least one.",
      number: "This is not in the form expected.",
      decidedOn: "There is no 30 February 2027.",
      startsOn: "Choose a day.",
      endsOn: "Write the day as year, month, day: 2027-03-14.",
    });
  });

  it("refuses an end before the start and a decision that is still to come", () => {
    expect(Object.keys(decided({ endsOn: "2027-01-31" }))).toEqual(["endsOn"]);
    expect(Object.keys(decided({ decidedOn: "2027-02-04" }))).toEqual(["decidedOn"]);
  });

  it("asks for no dates where nothing is approved", () => {
    const note = { ...approve, effect: "none" as const, asks: [] };
    const empty = { decidedOn: "", startsOn: "", endsOn: "", documentId: "" };
    expect(moveProblems(note, { ...typed, decision: empty }, days)).toEqual({});
  });
});
