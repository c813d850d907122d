import fc from "fast-check";
import { expect, test } from "vitest";
import { filtersToQuery, LONGEST_QUERY, parseFilters } from "./filters";

const plain = { q: "", archive: null, access: null, modality: null, licence: null, page: 1 };

test("an address without filters is the first page of everything", () => {
  expect(parseFilters({})).toEqual(plain);
});

test("every filter is read from the address", () => {
  expect(
    parseFilters({
      q: " lothian ",
      archive: "dbgap",
      access: "controlled",
      modality: "DNA methylation",
      licence: "NIH Data Use Certification",
      page: "2",
    }),
  ).toEqual({
    q: "lothian",
    archive: "dbgap",
    access: "controlled",
    modality: "DNA methylation",
    licence: "NIH Data Use Certification",
    page: 2,
  });
});

test.each([
  [{ access: "secret" }],
  [{ modality: "<script>" }],
  [{ archive: "../../etc" }],
  [{ page: "-1" }],
  [{ page: "1e9" }],
  [{ page: "two" }],
  [{ licence: "x".repeat(101) }],
  [{ q: ["", "second"] }],
  [{ q: "\u0000\u202e" }],
])("%j counts as not given", (params) => {
  expect(parseFilters(params)).toEqual(plain);
});

test("a query is cut at its longest", () => {
  expect(parseFilters({ q: "a".repeat(10_000) }).q).toHaveLength(LONGEST_QUERY);
});

test("of repeated parameters the first counts", () => {
  expect(parseFilters({ archive: ["ega", "dbgap"] }).archive).toBe("ega");
});

test("an address made from filters gives the same filters", () => {
  const params = fc.record({
    q: fc.string(),
    archive: fc.constantFrom("ega", "x", ""),
    access: fc.constantFrom("open", "controlled", "no"),
    page: fc.oneof(fc.nat().map(String), fc.string()),
  });
  fc.assert(
    fc.property(params, (given) => {
      const filters = parseFilters(given);
      const query = Object.fromEntries(new URLSearchParams(filtersToQuery(filters)));
      expect(parseFilters(query)).toEqual(filters);
    }),
  );
});
