import { describe, expect, it, test } from "vitest";
import type { Statements } from "./purpose";
import { RESEARCH_KINDS, type ResearchKind } from "./purpose-questions";
import { type Codes, judge } from "./sample-purpose";
import type { FitVerdict } from "./verdict";

const verdict = (said: Partial<Statements>, codes: Codes) => judge(said, codes).verdict;
const YES = "fits";
const ASK = "ask";
const NO = "does_not_fit";

/** What each permission says of a project that does this one kind of research, on CVD if on a disease. */
const AIMS: Record<string, Record<ResearchKind, FitVerdict>> = {
  NRES: row(YES, YES, YES, YES, YES, YES, YES),
  GRU: row(YES, YES, YES, YES, YES, ASK, YES),
  "GRU-CC": row(YES, YES, YES, YES, YES, YES, YES),
  "GRU-NMDS": row(YES, YES, YES, YES, NO, ASK, YES),
  "GRU-RUO": row(YES, YES, YES, YES, YES, NO, YES),
  "GRU-GSO": row(NO, NO, YES, NO, NO, NO, NO),
  HMB: row(YES, YES, YES, NO, ASK, ASK, NO),
  "HMB-MDS": row(YES, YES, YES, NO, YES, ASK, NO),
  "HMB-NMDS": row(YES, YES, YES, NO, NO, ASK, NO),
  "HMB-CC": row(YES, YES, YES, NO, ASK, YES, NO),
  "DS-CVD": row(YES, NO, NO, NO, ASK, ASK, NO),
  "DS-CVD-MDS": row(YES, NO, NO, NO, YES, ASK, NO),
  "DS-STROKE": row(ASK, NO, NO, NO, ASK, ASK, NO),
  "DS-STROKE-RD": row(ASK, NO, NO, NO, ASK, ASK, NO),
  "DS-FDO": row(ASK, NO, NO, NO, ASK, ASK, NO),
  POA: row(NO, NO, NO, YES, ASK, NO, NO),
  "POA-MDS": row(NO, NO, NO, YES, YES, NO, NO),
};

function row(...verdicts: FitVerdict[]) {
  const all = RESEARCH_KINDS.map((kind, index) => [kind, verdicts[index] ?? ASK] as const);
  return Object.fromEntries(all) as Record<ResearchKind, FitVerdict>;
}

describe("what a project does", () => {
  const cases = Object.entries(AIMS).flatMap(([code, kinds]) =>
    Object.entries(kinds).map(([kind, expected]) => ({ code, kind, expected })),
  );
  test.each(cases)("$kind under $code: $expected", ({ code, kind, expected }) => {
    const diseases = kind === "disease" ? ["cardiovascular disease"] : [];
    const kinds = [kind as ResearchKind];
    expect(verdict({ kinds, diseases }, { consentCode: code })).toBe(expected);
  });

  test.each([
    [["disease", "methods"], "DS-CVD", ASK],
    [["disease", "methods"], "DS-CVD-MDS", YES],
    [["disease", "genetic"], "DS-CVD", YES],
    [["disease", "biomedical"], "DS-CVD", ASK],
    [["disease", "ancestry"], "DS-CVD", NO],
    [["disease", "clinical_care"], "DS-CVD-CC", ASK],
    [["biomedical", "methods"], "HMB", ASK],
    [["biomedical", "methods"], "HMB-MDS", YES],
    [["biomedical", "methods"], "HMB-NMDS", ASK],
    [["biomedical", "ancestry"], "HMB", NO],
    [["genetic", "ancestry"], "POA", YES],
    [["genetic", "ancestry"], "HMB-GSO", NO],
    [["genetic", "biomedical"], "HMB-GSO", YES],
  ] as const)("%j under %s: every part must be allowed (%s)", (kinds, code, expected) => {
    const diseases = (kinds as readonly string[]).includes("disease") ? ["CVD"] : [];
    expect(verdict({ kinds: [...kinds], diseases }, { consentCode: code })).toBe(expected);
  });

  it("may be methods as a part of the research that the ontology's terms allow", () => {
    const both: Partial<Statements> = { kinds: ["biomedical", "methods"] };
    expect(verdict(both, { duo: ["DUO:0000006"] })).toBe(YES);
    expect(verdict({ kinds: ["methods"] }, { duo: ["DUO:0000006"] })).toBe(ASK);
    expect(verdict({ kinds: ["methods"] }, { duo: ["DUO:0000006", "DUO:0000015"] })).toBe(NO);
  });

  it("fits a named disease only where every disease is the same", () => {
    const about = (...diseases: string[]): Partial<Statements> => ({
      kinds: ["disease"],
      diseases,
    });
    expect(verdict(about("CVD", "cardiovascular disorder"), { consentCode: "DS-CVD" })).toBe(YES);
    expect(verdict(about("CVD", "asthma"), { consentCode: "DS-CVD" })).toBe(ASK);
    expect(verdict(about("MONDO:0005148"), { duo: ["DUO:0000007=MONDO:0005148"] })).toBe(YES);
    expect(verdict(about("diabetes"), { duo: ["DUO:0000007"] })).toBe(ASK);
  });

  it("is asked about where a purpose says nothing of it", () => {
    expect(verdict({ kinds: [] }, { consentCode: "GRU" })).toBe(ASK);
  });

  test.each([
    ["DUO:0000044", { kinds: ["ancestry"] }, NO],
    ["DUO:00000044", { kinds: ["ancestry"] }, NO],
    ["DUO:0000044", { kinds: ["biomedical"] }, YES],
    ["DUO:0000012=paediatric research", {}, ASK],
    ["DUO:0000027=Project 12", {}, ASK],
  ] as const)("%s of %j: %s", (term, said, expected) => {
    const purpose = { ...said } as Partial<Statements>;
    expect(verdict(purpose, { duo: ["DUO:0000042", term] })).toBe(expected);
  });
});

describe("a condition", () => {
  test.each([
    ["IRB", "ethics", YES, NO],
    ["COL", "collaboration", YES, NO],
    ["PUB", "publishes", YES, NO],
    ["NPU", "notForProfit", YES, NO],
  ] as const)("%s is met, not met or to be asked about", (code, question, yes, no) => {
    const codes = { consentCode: `GRU-${code}` };
    expect(verdict({ [question]: "yes" }, codes)).toBe(yes);
    expect(verdict({ [question]: "no" }, codes)).toBe(no);
    expect(verdict({ [question]: "unknown" }, codes)).toBe(ASK);
  });

  test.each([
    ["DUO:0000021", "ethics", YES, NO],
    ["DUO:0000020", "collaboration", YES, NO],
    ["DUO:0000019", "publishes", YES, NO],
    ["DUO:0000029", "returnsResults", YES, NO],
    ["DUO:0000045", "notForProfit", YES, NO],
    ["DUO:0000046", "commercial", NO, YES],
  ] as const)("%s is met, not met or to be asked about", (term, question, yes, no) => {
    const codes = { duo: ["DUO:0000042", term] };
    expect(verdict({ [question]: "yes" }, codes)).toBe(yes);
    expect(verdict({ [question]: "no" }, codes)).toBe(no);
    expect(verdict({ [question]: "unknown" }, codes)).toBe(ASK);
  });

  test.each([
    ["yes", "no", YES],
    ["yes", "yes", NO],
    ["yes", "unknown", ASK],
    ["no", "no", NO],
    ["no", "unknown", NO],
    ["unknown", "no", ASK],
    ["unknown", "yes", NO],
    ["unknown", "unknown", ASK],
  ] as const)(
    "not for profit (%s) and not commercial (commercial: %s): %s",
    (profit, use, expected) => {
      const said = { notForProfit: profit, commercial: use };
      expect(verdict(said, { duo: ["DUO:0000042", "DUO:0000018"] })).toBe(expected);
    },
  );

  it("NPU speaks of the organisation in the ontology, and in a consent code perhaps of the use", () => {
    const university = { notForProfit: "yes", commercial: "yes" } as const;
    expect(verdict(university, { duo: ["DUO:0000042", "DUO:0000045"] })).toBe(YES);
    expect(verdict(university, { consentCode: "GRU-NPU" })).toBe(ASK);
  });

  test.each([
    ["DUO:0000022=DE, AT", { country: "DE" }, YES],
    ["DUO:0000022=de;at", { country: "DE" }, YES],
    ["DUO:0000022=DE, AT", { country: "US" }, NO],
    ["DUO:0000022=European Union", { country: "DE" }, ASK],
    ["DUO:0000022=DE", { country: "" }, ASK],
    ["DUO:0000022", { country: "DE" }, ASK],
    ["DUO:0000024=2027-03-01", {}, YES],
    ["DUO:0000024", {}, ASK],
    ["DUO:0000024=spring", {}, ASK],
    ["DUO:0000024", { publishes: "no" }, YES],
    ["DUO:0000025=2027-06-30", {}, YES],
    ["DUO:0000025=2027-06-29", {}, NO],
    ["DUO:0000025=2027-06-29", { until: null }, ASK],
    ["DUO:0000025=24", {}, ASK],
    ["DUO:0000025", {}, ASK],
    ["DUO:0000026=Ana Example; Bo", {}, YES],
    ["DUO:0000026=ana example", {}, YES],
    ["DUO:0000026=Bo", {}, ASK],
    ["DUO:0000026=Bo", { users: [] }, ASK],
    ["DUO:0000026", {}, ASK],
    ["DUO:0000028=Institute of Tests", {}, YES],
    ["DUO:0000028=Elsewhere", {}, ASK],
    ["DUO:0000028=Elsewhere", { institution: "" }, ASK],
    ["DUO:0000028", {}, ASK],
  ] as const)("%s for %j: %s", (term, said, expected) => {
    const purpose = said as Partial<Statements>;
    expect(verdict(purpose, { duo: ["DUO:0000042", term] })).toBe(expected);
  });
});

describe("the answer", () => {
  it("names the term that decides, and says it in a sentence", () => {
    const answer = judge({ kinds: ["ancestry"] }, { consentCode: "HMB-IRB" });
    expect(answer.deciding).toEqual({
      code: "HMB",
      outcome: NO,
      sentence: "Only health research is allowed, not research on origins or ancestry.",
    });
    expect(answer.all.map(({ code, outcome }) => [code, outcome])).toEqual([
      ["HMB", NO],
      ["IRB", YES],
    ]);
    expect(judge({}, { consentCode: "HMB-MDS" }).deciding.code).toBe("HMB");
  });

  it("says what must follow, each duty once", () => {
    const duo = ["DUO:0000042", "DUO:0000021", "DUO:0000024=2027-03-01", "DUO:0000025=18"];
    const { duties } = judge({}, { consentCode: "GRU-IRB-PUB-COL", duo });
    expect(duties.map(({ sentence }) => sentence)).toEqual([
      "Send the approval of your ethics committee, and renew it before it ends.",
      "Make the results available to other researchers.",
      "Send a letter of collaboration with the primary investigators.",
      "Publish nothing before 1 Mar 2027.",
      "End the use 18 months after the approval.",
    ]);
    expect(judge({}, { duo: ["DUO:0000042", "DUO:0000029"] }).duties).toHaveLength(1);
    expect(judge({}, { consentCode: "HMB" }).duties).toEqual([]);
  });

  it("for a unit without a code, or with conditions but no permission, is to ask", () => {
    expect(judge({}, {})).toMatchObject({ verdict: ASK, deciding: { code: null } });
    expect(judge({}, { duo: ["DUO:0000021"] })).toMatchObject({ verdict: ASK });
  });
});
