import { describe, expect, it } from "vitest";
import { dutyFilter, writeDutyFilter } from "./filter";

const read = (query: string) => dutyFilter.parse(Object.fromEntries(new URLSearchParams(query)));

describe("the filter of the duties", () => {
  it("shows what is open of everybody where the address says nothing", () => {
    expect(read("")).toEqual({ state: "open", page: 1 });
  });

  it("ignores what it cannot read", () => {
    expect(read("person=drop&archive=No%20One&group=x&state=y&page=0")).toEqual(read(""));
    expect(dutyFilter.parse({ person: ["me", "x"], page: "2.5" })).toEqual({
      ...read(""),
      person: "me",
    });
  });

  it.each([
    "",
    "person=me",
    "archive=ega&group=people&state=missed&page=3",
    "person=0199b8a1-0000-7000-8000-000000000001&state=not_applicable",
  ])("is written as it was read: %s", (query) => {
    expect(writeDutyFilter(read(query))).toBe(query);
  });
});
