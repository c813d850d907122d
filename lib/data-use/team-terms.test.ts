import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isContradiction,
  readTerms,
  readTermsToAdd,
  termsInLetters,
  termsToAdd,
  writeTerms,
} from "./team-terms";
import { teamTermsForm } from "./team-terms-form";

const typed = (change: Record<string, unknown> = {}) => ({
  ...{ unitId: "01900000-0000-7000-8000-000000000001", version: 0 },
  ...{ terms: ["TS"], values: { TS: "24" }, source: "The committee's letter", ...change },
});
const problems = (change: Record<string, unknown>) =>
  teamTermsForm.safeParse(typed(change)).error?.issues.map(({ path }) => path.join(".")) ?? [];
const letters = (unit: Parameters<typeof termsToAdd>[0]) =>
  termsToAdd(unit).map(({ short }) => short);

describe("terms that a team enters", () => {
  it.each([
    [{ values: { TS: "24" } }, []],
    [{ values: { TS: "2027-12-31" } }, []],
    [{ values: {} }, []],
    [{ values: { TS: "two years" } }, ["values.TS"]],
    [{ values: { TS: "0" } }, ["values.TS"]],
    [{ values: { TS: "24\u0000" } }, ["values.TS"]],
    [{ terms: ["constructor"] }, ["terms.0"]],
    [{ terms: ["__proto__"] }, ["terms.0"]],
    [{ terms: ["MOR"], values: { MOR: "24" } }, ["values.MOR"]],
    [{ terms: ["MOR"], values: { MOR: "2027-02-30" } }, ["values.MOR"]],
    [{ terms: ["GS"], values: { GS: "x".repeat(201) } }, ["values.GS"]],
    [{ source: " " }, ["source"]],
    [{ terms: [], values: {}, source: "" }, []],
    // What is not chosen does not count, whatever was typed before.
    [{ values: { TS: "24", MOR: "soon" } }, []],
    [{ terms: ["PUB"], values: {} }, []],
  ])("%j has mistakes at %j", (change, fields) => {
    expect(problems(change)).toEqual(fields);
  });

  it("are stored in the ontology's spelling, with what they name", () => {
    const values = { TS: "24", MOR: "", PUB: "not asked" };
    const stored = writeTerms({ terms: ["TS", "PUB", "MOR"], values });
    expect(stored).toEqual(["DUO:0000019", "DUO:0000024", "DUO:0000025=24"]);
    expect(termsInLetters(stored)).toBe("PUB, MOR, TS 24");
  });

  it("come back as they were entered", () => {
    const all = termsToAdd({ consentCode: null, duo: [] });
    const names = fc.constantFrom("", "24", "2027-12-31", "DE, AT", "a = b");
    const entered = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...all), names).map(([term, said]) => ({
        ...{ short: term.short, said: term.value === null ? "" : said },
      })),
      { selector: ({ short }) => short },
    );
    fc.assert(
      fc.property(entered, (terms) => {
        const values = Object.fromEntries(terms.map(({ short, said }) => [short, said]));
        const read = readTerms(writeTerms({ terms: Object.keys(values), values }));
        expect(read.values).toEqual(values);
        expect(read.terms.toSorted()).toEqual(Object.keys(values).toSorted());
      }),
    );
  });
});

describe("terms that may be added", () => {
  it("are those that the unit does not carry, and a permission only where it has none", () => {
    const none = letters({ consentCode: null, duo: [] });
    expect(none).toEqual(expect.arrayContaining(["GRU", "HMB", "TS", "MOR", "RTN", "PUB"]));
    const group = letters({ consentCode: "HMB-PUB", duo: [] });
    expect(group).toEqual(expect.arrayContaining(["TS", "MOR", "RTN"]));
    for (const short of ["HMB", "GRU", "PUB"]) expect(group).not.toContain(short);
    expect(letters({ consentCode: null, duo: ["DUO:0000025=24"] })).not.toContain("TS");
    // Without its day it says too little.
    expect(letters({ consentCode: null, duo: ["DUO:0000025"] })).toContain("TS");
    expect(letters({ consentCode: "HMB-MDS", duo: [] })).not.toContain("NMDS");
  });

  it("are, of those that a team has stored, what the unit does not say by itself", () => {
    const ours = ["DUO:0000019", "DUO:0000025=24"];
    const [none, some] = [null, "HMB-PUB"].map((consentCode) => {
      return writeTerms(readTermsToAdd({ consentCode, duo: [] }, ours));
    });
    expect([none, some]).toEqual([ours, ["DUO:0000025=24"]]);
  });

  it("contradict each other as two permissions, or as a term and its opposite", () => {
    expect(isContradiction(["GRU", "HMB"])).toBe(true);
    expect(isContradiction(["POA", "NPOA"])).toBe(true);
    expect(isContradiction(["HMB", "NPOA", "TS", "PUB"])).toBe(false);
  });
});
