import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACCESS_CLASSES } from "./access-class";
import { applyFilters, countFacets, type FilterableEntry } from "./facets";
import { parseFilters } from "./filters";

const entries: FilterableEntry[] = [
  { archive: "ega", accessClass: "controlled", licence: "DAA", modalities: ["exomes"] },
  { archive: "ega", accessClass: "controlled", licence: null, modalities: ["exomes", "RNA-seq"] },
  { archive: "web", accessClass: "open", licence: "CC BY 4.0", modalities: ["CT"] },
];

describe("the filters of the catalogue", () => {
  it("keep only what fits all of them", () => {
    const filters = parseFilters({ archive: "ega", modality: "RNA-seq" });
    expect(applyFilters(entries, filters)).toEqual([entries[1]]);
  });

  it("count a value as if its own filter were off", () => {
    const facets = countFacets(entries, parseFilters({ archive: "ega" }));
    expect(facets.archive).toEqual([
      { value: "ega", count: 2 },
      { value: "web", count: 1 },
    ]);
    expect(facets.access).toEqual([
      { value: "controlled", count: 2 },
      { value: "gated", count: 2 },
    ]);
  });

  it("keep a chosen value that fits nothing, so that it can be taken off again", () => {
    const facets = countFacets(entries, parseFilters({ licence: "CC0 1.0" }));
    expect(facets.licence).toContainEqual({ value: "CC0 1.0", count: 0 });
    expect(facets.archive).toEqual([]);
  });

  it("promise exactly what choosing the value then shows", () => {
    const entry = fc.record({
      archive: fc.constantFrom("ega", "dbgap", "web"),
      accessClass: fc.constantFrom(...ACCESS_CLASSES),
      licence: fc.constantFrom(null, "CC0 1.0", "CC BY 4.0"),
      modalities: fc.uniqueArray(fc.constantFrom("CT", "ECG", "MRI"), { minLength: 1 }),
    });
    const params = fc.record({
      archive: fc.constantFrom(undefined, "ega", "web"),
      access: fc.constantFrom(undefined, "open", "controlled", "gated"),
      modality: fc.constantFrom(undefined, "CT"),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), params, (many, chosen) => {
        const filters = parseFilters(chosen);
        for (const { value, count } of countFacets(many, filters).modality) {
          const then = parseFilters({ ...chosen, modality: value });
          expect(applyFilters(many, then)).toHaveLength(count);
        }
      }),
    );
  });
});
