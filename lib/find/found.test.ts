import { describe, expect, it } from "vitest";
import { findQuery, LONGEST_QUERY } from "./query-field";

const read = (q: unknown) => findQuery.parse({ q }).q;

describe("a query", () => {
  it.each([
    ["  sepsis \n mimic ", "sepsis mimic"],
    ["a\u0000b\u0007c", "a b c"],
    ["\ud800sepsis", "sepsis"],
    ["García", "García"],
    ["%_' & | ! <-> :*", "%_' & | ! <-> :*"],
    ["", ""],
  ])("%j is read as %j", (typed, said) => {
    expect(read(typed)).toBe(said);
  });

  it("finds nothing where there is none, and is the first of several", () => {
    expect(findQuery.parse({}).q).toBe("");
    expect(read(7)).toBe("");
    expect(read(["one", "two"])).toBe("one");
  });

  it("is cut where nobody reads on, between two characters", () => {
    expect(read("a".repeat(10_000))).toHaveLength(LONGEST_QUERY);
    expect(read("𝒜".repeat(10_000)).isWellFormed()).toBe(true);
  });
});
