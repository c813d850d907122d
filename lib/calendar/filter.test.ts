import { describe, expect, it } from "vitest";
import { calendarFilter, writeCalendarFilter } from "./filter";

const read = (query: string) =>
  calendarFilter.parse(Object.fromEntries(new URLSearchParams(query)));

describe("the filter of the calendar", () => {
  it("narrows nothing where the address says nothing it can read", () => {
    expect(read("")).toEqual({});
    expect(read("person=drop&archive=No%20One&group=x")).toEqual({});
    expect(calendarFilter.parse({ person: ["me", "x"] })).toEqual({ person: "me" });
  });

  it.each([
    "",
    "person=me",
    "archive=ega&group=people",
    "person=0199b8a1-0000-7000-8000-000000000001",
  ])("is written as it was read: %s", (query) => {
    expect([...new URLSearchParams(writeCalendarFilter(read(query)))].toSorted()).toEqual(
      [...new URLSearchParams(query)].toSorted(),
    );
  });
});
