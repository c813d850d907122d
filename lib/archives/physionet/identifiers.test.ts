import { expect, test } from "vitest";
import { physionetLandingUrl, readPhysionetIdentifiers } from "./identifiers";

test.each([
  ["mimiciv/3.1", ["mimiciv/3.1", "mimiciv"]],
  ["https://physionet.org/content/mimic-cxr/2.0.0/", ["mimic-cxr/2.0.0", "mimic-cxr"]],
  ["physionet.org/content/mimic-iv", ["mimiciv"]],
  ["physionet.org/works/MIMICIIIClinicalDatabase/", ["mimiciii"]],
  ["physionet.org/works/SomethingElse/", []],
  ["physionet.org/about/citi-course/", []],
  ["physionet.org/content/a--b/1.0/", []],
  ["notphysionet.org/content/mimiciv/", []],
  ["mimiciv/03.1", []],
  ["mimiciv/3", []],
  ["toString", []],
])("%s holds %j", (text, values) => {
  expect(readPhysionetIdentifiers(text).map(({ value }) => value)).toEqual(values);
});

test("a version leads to its own page", () => {
  expect(physionetLandingUrl({ scheme: "physionet", value: "mimiciv/3.1" })).toBe(
    "https://physionet.org/content/mimiciv/3.1/",
  );
});
