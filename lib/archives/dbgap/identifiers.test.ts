import { expect, test } from "vitest";
import { dbgapLandingUrl, readDbgapIdentifiers } from "./identifiers";

test.each([
  ["phs000424", ["phs000424"]],
  ["Phs000424.V10.P2", ["phs000424.v10.p2", "phs000424"]],
  ["phs000007.v35.p16.c1", ["phs000007.c1", "phs000007.v35.p16", "phs000007"]],
  ["phs000007.c1", ["phs000007.c1", "phs000007"]],
  ["xphs000424", []],
  ["phs0004245", []],
])("%s holds %j", (text, values) => {
  expect(readDbgapIdentifiers(text).map(({ value }) => value)).toEqual(values);
});

test("a consent group leads to the page of its study", () => {
  expect(dbgapLandingUrl({ scheme: "dbgap", value: "phs000007.c1" })).toBe(
    "https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000007",
  );
});
