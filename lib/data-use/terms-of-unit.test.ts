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

  it("are said in words, with what the team has to do", () => {
    const { terms } = termsOfUnit({ consentCode: "DS-CVD-NPU-MDS", duo: ["DUO:0000024"] });
    expect(terms.map(({ code, meaning, todo }) => [code, meaning, todo])).toEqual([
      ["DS-CVD", "Only research on cardiovascular disease", "compare the disease"],
      ["NPU", "Only for not-for-profit organisations", "look at the organisation"],
      ["MDS", "Developing methods is allowed", null],
      ["MOR (DUO:0000024)", "Nothing may be published before a day: day not said", "keep that day"],
    ]);
  });

  it("leave letters that no source explains as they are", () => {
    const { terms } = termsOfUnit({ consentCode: "DS-DRC", duo: [] });
    expect(terms[0]?.meaning).toBe("Only research on DRC");
  });

  it("tell methods that are allowed from methods that are not", () => {
    const meaningOf = (consentCode: string) =>
      termsOfUnit({ consentCode, duo: [] }).terms[1]?.meaning;
    expect(meaningOf("HMB-MDS")).toBe("Developing methods is allowed");
    expect(meaningOf("HMB-NMDS")).toBe("Developing methods is not allowed");
  });
});
