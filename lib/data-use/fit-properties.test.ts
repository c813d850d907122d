import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUO_TERMS } from "./duo-terms";
import type { Statements } from "./purpose";
import { ANSWERS, QUESTIONS, RESEARCH_KINDS } from "./purpose-questions";
import { judge, PROJECT } from "./sample-purpose";
import { FIT_VERDICTS, type FitVerdict } from "./verdict";

const TERMS = DUO_TERMS.filter(({ kind }) => kind === "permission" || kind === "modifier");
const WIDENING = ["CC"];
const anyKinds = fc.subarray([...RESEARCH_KINDS]);
const anyPurpose: fc.Arbitrary<Statements> = fc
  .record({
    kinds: anyKinds,
    answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 6, maxLength: 6 }),
    disease: fc.constantFrom("CVD", "asthma"),
    country: fc.constantFrom("", "DE", "US"),
  })
  .map(({ kinds, answers, disease, country }) => ({
    ...PROJECT,
    ...Object.fromEntries(QUESTIONS.map((question, index) => [question, answers[index]])),
    ...{ kinds, country, diseases: kinds.includes("disease") ? [disease] : [] },
  }));
const anyCode = fc.constantFrom(
  "NRES",
  "GRU",
  "GRU-CC",
  "GRU-GSO",
  "HMB",
  "HMB-MDS",
  "HMB-NMDS",
  "DS-CVD",
  "DS-CVD-MDS",
  "POA",
  "HMB-IRB-NPU-MDS",
  "DS-CVD-PUB-COL",
  "",
);
const anyTerm = fc
  .constantFrom(...TERMS)
  .chain(({ code }) => fc.constantFrom(code, `${code}=CVD`, `${code}=DE`, `${code}=2027-03-01`));
const weight = (found: FitVerdict) => FIT_VERDICTS.indexOf(found);

describe("the comparison of any purpose with any terms", () => {
  it("is never better after a condition was added", () => {
    const conditions = TERMS.filter(({ kind, short }) => {
      return kind === "modifier" && !WIDENING.includes(short ?? "");
    });
    fc.assert(
      fc.property(
        ...([anyPurpose, anyCode, fc.array(anyTerm, { maxLength: 4 })] as const),
        fc.constantFrom(...conditions),
        (purpose, consentCode, duo, added) => {
          const before = judge(purpose, { consentCode, duo }).verdict;
          const after = judge(purpose, { consentCode, duo: [...duo, added.code] }).verdict;
          expect(weight(after)).toBeGreaterThanOrEqual(weight(before));
        },
      ),
    );
  });

  it("never fits where something was not understood", () => {
    const unknown = fc.constantFrom("XYZ", "DUO:0000099", "DUO:0000037", "free text", "?");
    fc.assert(
      fc.property(
        ...([anyPurpose, anyCode, fc.array(anyTerm, { maxLength: 4 }), unknown] as const),
        (purpose, consentCode, duo, word) => {
          expect(judge(purpose, { consentCode, duo: [...duo, word] }).verdict).not.toBe("fits");
        },
      ),
    );
  });

  it("never fits where nothing was said about the project", () => {
    const silent: Partial<Statements> = { ...PROJECT, kinds: [] };
    fc.assert(
      fc.property(anyCode, (consentCode) => {
        expect(judge(silent, { consentCode }).verdict).not.toBe("fits");
      }),
    );
  });

  it("is the worst of what the terms say, in whatever order they are written", () => {
    fc.assert(
      fc.property(
        ...([anyPurpose, anyCode, fc.array(anyTerm, { maxLength: 5 })] as const),
        (purpose, consentCode, duo) => {
          const answer = judge(purpose, { consentCode, duo });
          const worst = Math.max(...answer.all.map(({ outcome }) => weight(outcome)));
          expect(weight(answer.verdict)).toBe(worst);
          expect(answer.deciding.outcome).toBe(answer.verdict);
          expect(judge(purpose, { consentCode, duo: duo.toReversed() }).verdict).toBe(
            answer.verdict,
          );
        },
      ),
    );
  });
});
