import { expect, test } from "vitest";
import { catalogueProblems } from "./check";
import { type Catalogue, datasetEntry, publicationEntry, relationEntry } from "./entry";

const evidence = { source: "https://physionet.org/", confidence: "high" as const };

function dataset(slug: string, change: object = {}) {
  const unit = { code: `${slug}/1.0`, label: "Version 1.0", policy: "credentialed" };
  return datasetEntry.parse({
    slug,
    title: slug,
    shortTitle: slug,
    archive: "physionet",
    summary: "A set.",
    accessClass: "credentialed",
    gate: "A signature.",
    modalities: ["ECG"],
    landingUrl: "https://physionet.org/",
    units: [{ ...unit, accessClass: "credentialed", landingUrl: "https://physionet.org/" }],
    ...evidence,
    ...change,
  });
}

function catalogue(change: Partial<Catalogue> = {}): Catalogue {
  const archive = { slug: "archive-physionet", code: "physionet", name: "PhysioNet" };
  return {
    archives: [
      { ...archive, url: "https://physionet.org/", operator: "MIT", access: "Mixed", ...evidence },
    ],
    datasets: [dataset("one"), dataset("two")],
    publications: [],
    relations: [],
    ...change,
  };
}

const relation = (from: string, to: string) =>
  relationEntry.parse({ from, kind: "derived_from", to, ...evidence });

test("a catalogue whose records fit together has no problems", () => {
  expect(catalogueProblems(catalogue({ relations: [relation("two", "one")] }))).toEqual([]);
});

test("a relation to an unknown data set is named", () => {
  expect(catalogueProblems(catalogue({ relations: [relation("two", "nine")] }))).toEqual([
    "relation two derived_from nine: no data set nine",
  ]);
});

test("a paper's use of an unknown data set is named", () => {
  const paper = publicationEntry.parse({
    slug: "paper-x",
    title: "A paper",
    reference: "X 2020",
    year: 2020,
    url: "https://doi.org/10.1000/x",
    uses: [{ dataset: "nine", note: "All of it." }],
    ...evidence,
  });
  expect(catalogueProblems(catalogue({ publications: [paper] }))).toEqual([
    "paper-x: no data set nine",
  ]);
});

test.each([
  [[dataset("one"), dataset("one")], "two entries are called one"],
  [[dataset("one", { archive: "moon", units: [] })], "one: no archive moon"],
  [[dataset("one", { units: [] })], "one has no access unit"],
  [
    [dataset("one", { units: [{ ...dataset("one").units[0], isLatest: false }] })],
    "one must have one latest version",
  ],
  [
    [dataset("one", { units: [{ ...dataset("one").units[0], policy: undefined }] })],
    "one: one/1.0 needs a policy exactly if it is gated",
  ],
  [
    [dataset("one", { units: [{ ...dataset("one").units[0], code: "One 1.0" }] })],
    "one: One 1.0 is not a canonical code of physionet",
  ],
  [
    [dataset("one", { units: [{ ...dataset("one").units[0], trainings: ["gcp", "yoga"] }] })],
    "one: one/1.0 asks for yoga, which physionet does not know",
  ],
])("wrong data sets are named (%#)", (datasets, problem) => {
  expect(catalogueProblems(catalogue({ datasets }))).toContain(problem);
});

test("repeated and circular relations are named", () => {
  const relations = [relation("two", "one"), relation("two", "one"), relation("one", "one")];
  expect(catalogueProblems(catalogue({ relations }))).toEqual([
    "the relation two derived_from one stands twice",
    "one is related to itself",
  ]);
});
