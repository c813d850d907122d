import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DraftContent, differences, merge } from "./merge";

const base: DraftContent = {
  title: "Sepsis",
  unitIds: ["u1"],
  personIds: ["p1"],
  answers: { aim: "To learn", pi: "" },
  itemAnswers: { "u1:p1": { username: "ana" } },
};

describe("two texts of one form", () => {
  it("differ only where they differ, and an empty answer is no answer", () => {
    const mine = { ...base, answers: { aim: "To learn" } };
    expect(differences(base, mine, base)).toEqual([]);
  });

  it("propose theirs where only they changed something, mine where I did", () => {
    const mine = { ...base, title: "Sepsis in ICU", answers: { aim: "My aim" } };
    const theirs = {
      ...base,
      answers: { aim: "Their aim" },
      itemAnswers: { "u1:p1": { username: "ana-s" } },
    };
    expect(differences(base, mine, theirs).map(({ name, proposal }) => [name, proposal])).toEqual([
      ["title", "mine"],
      ["aim", "mine"],
      ["u1:p1/username", "theirs"],
    ]);
  });

  it("do not differ in a title that I left empty, which takes the name of the data", () => {
    const untitled = { ...base, title: "" };
    expect(differences(untitled, untitled, base)).toEqual([]);
    expect(merge(untitled, base, new Set()).title).toBe("Sepsis");
  });

  it("name what is asked for as one entry", () => {
    const theirs = { ...base, unitIds: ["u1", "u2"] };
    expect(differences(base, base, theirs).map(({ name }) => name)).toEqual(["items"]);
    expect(merge(base, theirs, new Set(["items"])).unitIds).toEqual(["u1", "u2"]);
  });
});

const text = fc.constantFrom("", "a", "b");
const content: fc.Arbitrary<DraftContent> = fc.record({
  title: text,
  unitIds: fc.subarray(["u1", "u2"]),
  personIds: fc.subarray(["p1", "p2"]),
  answers: fc.record({ aim: text, pi: text }, { requiredKeys: [] }),
  itemAnswers: fc.record({ "u1:p1": fc.record({ username: text }, { requiredKeys: [] }) }),
});

describe("choosing between them", () => {
  it("gives my text when nothing of theirs is taken", () => {
    fc.assert(
      fc.property(content, content, (mine, theirs) => {
        const merged = merge(mine, theirs, new Set());
        expect(merged.title).toBe(mine.title || theirs.title);
        expect(differences(mine, { ...merged, title: mine.title }, mine)).toEqual([]);
      }),
    );
  });

  it("gives their text when everything of theirs is taken", () => {
    fc.assert(
      fc.property(content, content, content, (start, mine, theirs) => {
        const all = new Set(differences(start, mine, theirs).map(({ name }) => name));
        expect(differences(start, merge(mine, theirs, all), theirs)).toEqual([]);
      }),
    );
  });
});
