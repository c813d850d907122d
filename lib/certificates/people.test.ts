import { expect, test } from "vitest";
import { day } from "../dates/day";
import { earlierEnd, peopleWithAccess } from "./people";

const ana = { personId: "ana", name: "Ana" };

test("a person in two capacities is one line from the first day to the last", () => {
  const access = [
    { ...ana, function: "pi", from: day("2026-03-01"), until: day("2026-06-01") },
    { ...ana, function: "downloader", from: day("2026-02-01"), until: day("2026-05-01") },
    { ...ana, personId: "bo", name: "Aki", function: "pi", from: day("2026-01-01"), until: null },
  ];
  expect(peopleWithAccess(access)).toEqual([
    { name: "Aki", functions: ["pi"], from: "2026-01-01", until: null },
    { name: "Ana", functions: ["downloader", "pi"], from: "2026-02-01", until: "2026-06-01" },
  ]);
});

test("no known end outlasts every other, and gives way to one where the earlier counts", () => {
  const open = { ...ana, function: "pi", from: day("2026-03-01"), until: null };
  expect(peopleWithAccess([open, { ...open, until: day("2026-04-01") }])[0]?.until).toBeNull();
  expect(earlierEnd(null, day("2026-04-01"))).toBe("2026-04-01");
  expect(earlierEnd(day("2026-03-01"), day("2026-04-01"))).toBe("2026-03-01");
});
