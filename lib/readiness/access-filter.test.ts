import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { accessFilter, hasWords } from "./access-filter";
import { writeAccessFilter } from "./access-query";
import { ACCESS_STATUSES } from "./verdict";

describe("the filter in the address", () => {
  it("shows the team's data to who is here when it says nothing", () => {
    expect(accessFilter.parse({})).toEqual({ units: "ours", people: "here" });
  });

  it.each([
    [{ on: "2027-02-30" }],
    [{ state: "fine" }],
    [{ archive: "../x" }],
    [{ units: "none" }],
    [{ data: "  " }],
    [{ person: "x".repeat(300) }],
  ])("filters nothing by %j", (query) => {
    expect(accessFilter.parse(query)).toEqual({ units: "ours", people: "here" });
  });

  it("takes the first of several values", () => {
    expect(accessFilter.parse({ on: ["2027-03-01", "2027-04-01"] }).on).toBe("2027-03-01");
  });

  it("is read back as it was written", () => {
    const word = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.trim());
    const filter = fc.record(
      {
        archive: fc.constantFrom("ega", "dbgap"),
        data: word.filter((text) => text !== "" && !text.includes("\0")),
        state: fc.constantFrom(...ACCESS_STATUSES),
        on: fc.constantFrom(day("2027-03-01"), day("2026-02-28")),
        units: fc.constantFrom("ours" as const, "all" as const),
        people: fc.constantFrom("here" as const, "all" as const),
      },
      { requiredKeys: ["units", "people"] },
    );
    fc.assert(
      fc.property(filter, (chosen) => {
        const query = Object.fromEntries(new URLSearchParams(writeAccessFilter(chosen)));
        expect(accessFilter.parse(query)).toEqual(chosen);
      }),
    );
  });
});

it("words are found in any case and order, all of them", () => {
  expect(hasWords("mimic 3.1", ["MIMIC-IV v3.1", "mimiciv/3.1"])).toBe(true);
  expect(hasWords("mimic 2.2", ["MIMIC-IV v3.1"])).toBe(false);
  expect(hasWords(undefined, [])).toBe(true);
});
