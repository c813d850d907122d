import { expect, test } from "vitest";
import { datasetEntry } from "./entry";
import { searchText, searchWords } from "./search-text";

const entry = datasetEntry.parse({
  slug: "cafe-cohort",
  title: "Café Cohort (CC-1)",
  shortTitle: "Café",
  aliases: ["coffee study"],
  archive: "dbgap",
  summary: "People who drink coffee.",
  accessClass: "controlled",
  gate: "A request.",
  modalities: ["RNA-seq"],
  landingUrl: "https://example.org/",
  identifiers: [{ scheme: "dbgap", value: "phs000001.v1.p1" }],
  source: "https://example.org/",
  confidence: "high",
});
const text = searchText(entry, "Database of Genotypes and Phenotypes (dbGaP)");

test.each([
  "cafe",
  "CAFÉ",
  "cc-1",
  "Coffee",
  "rna seq",
  "phs000001.v1",
  "genotypes cohort",
  "dbGaP",
])("the query %j finds the entry", (query) => {
  expect(searchWords(query).every((word) => text.includes(word))).toBe(true);
});

test("a query that says nothing has no words", () => {
  expect(searchWords(" -- … %_ ")).toEqual([]);
});

test("a very long query is cut", () => {
  expect(searchWords("a b c d e f g h i j k l m n o p ".repeat(500))).toHaveLength(12);
});
