import { describe, expect, it } from "vitest";
import { termsOfUnit } from "./terms-of-unit";

describe("the terms of a unit", () => {
  it("come from its consent code and from the ontology, permissions first", () => {
    const { terms, unknown } = termsOfUnit({
      consentCode: "DS-CVD-IRB",
      duo: ["DUO:0000024=2027-03-01", "http://purl.obolibrary.org/obo/DUO_0000006"],
    });
    expect(terms.map(({ code, value }) => [code, value])).toEqual([
      ["DS-CVD", "CVD"],
      ["HMB (DUO:0000006)", null],
      ["IRB", null],
      ["MOR (DUO:0000024)", "2027-03-01"],
    ]);
    expect(unknown).toEqual([]);
  });

  it("say what was not understood", () => {
    expect(
      termsOfUnit({ consentCode: "HMB-XYZ", duo: ["DUO:0000099", "free text"] }).unknown,
    ).toEqual(["XYZ", "DUO:0000099", "free text"]);
  });

  it("take neither a root of the ontology nor a kind of investigation for a term of use", () => {
    const duo = ["DUO:0000001", "DUO:0000037"];
    expect(termsOfUnit({ consentCode: null, duo })).toEqual({ terms: [], unknown: duo });
  });

  it("are none where nothing is published", () => {
    expect(termsOfUnit({ consentCode: null, duo: [] })).toEqual({ terms: [], unknown: [] });
  });
});
