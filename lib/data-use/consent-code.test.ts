import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  CONSENT_BASES,
  CONSENT_MODIFIERS,
  type ConsentPart,
  parseConsentCode,
  writeConsentCode,
  writePart,
} from "./consent-code";

/** A code as base, modifiers, and what was not understood. */
function read(text: string) {
  const { base, modifiers, unknown } = parseConsentCode(text);
  return [base && writePart(base), modifiers.map(writePart).join(" "), unknown.join(" ")];
}

describe("a consent code", () => {
  test.each([
    ["HMB-IRB-NPU-MDS", "HMB", "IRB NPU MDS"],
    ["HMB-IRB-MDS", "HMB", "IRB MDS"],
    ["DS-DRC-IRB-NPU", "DS-DRC", "IRB NPU"],
    ["DS-CVD-MDS", "DS-CVD", "MDS"],
    ["DS-CVD-NPU-MDS", "DS-CVD", "NPU MDS"],
    ["DS-FDO-IRB", "DS-FDO", "IRB"],
    ["DS-CS", "DS-CS", ""],
    ["DS-CS-RD", "DS-CS", "RD"],
    ["DS-HLBS-IRB-NPU", "DS-HLBS", "IRB NPU"],
    ["DS-ASTHMA-IRB-MDS-RD", "DS-ASTHMA", "IRB MDS RD"],
    ["DS-CVD-IRB-COL-MDS", "DS-CVD", "IRB COL MDS"],
    ["DS-NEURO-GSO-MDS", "DS-NEURO", "GSO MDS"],
    ["DS-CARDI_NEURO", "DS-CARDI_NEURO", ""],
    ["GRU", "GRU", ""],
    ["GRU-IRB", "GRU", "IRB"],
    ["GRU-CC", "GRU", "CC"],
    ["GRU(CC)", "GRU", "CC"],
    ["GRU-PUB-NMDS", "GRU", "PUB NMDS"],
    ["HMB-RS-PD", "HMB", "RS-PD"],
    ["HMB-RS-PD-IRB", "HMB", "RS-PD IRB"],
    ["HMB-RUO", "HMB", "RUO"],
    ["NRES", "NRES", ""],
    ["POA-NPU", "POA", "NPU"],
    [" hmb-irb ", "HMB", "IRB"],
  ])("%s is read from the right", (text, base, modifiers) => {
    expect(read(text)).toEqual([base, modifiers, ""]);
  });

  test.each([
    ["DS-RD", "DS-RD", ""],
    ["DS-CC-MDS", "DS-CC", "MDS"],
    ["DS-COL-CANCER-IRB", "DS-COL-CANCER", "IRB"],
    ["DS-RS-IRB", "DS-RS", "IRB"],
    ["DS-RS-PD", "DS-RS-PD", ""],
    ["DS-CVD-RS-PD", "DS-CVD", "RS-PD"],
  ])("%s keeps a disease that is spelt like a modifier", (text, base, modifiers) => {
    expect(read(text)).toEqual([base, modifiers, ""]);
  });

  test.each([
    ["HMB-XYZ-IRB", "HMB", "IRB", "XYZ"],
    ["HMB-IRB-XYZ-NPU", "HMB", "IRB NPU", "XYZ"],
    ["XYZ-IRB", null, "IRB", "XYZ"],
    ["DS", null, "", "DS"],
    ["DS-", null, "", "DS-"],
    ["GRU-HMB", "GRU", "", "HMB"],
    ["HMB--IRB", "HMB", "IRB", "-"],
    ["HMB-RS-IRB", "HMB", "IRB", "RS"],
    ["GENERAL RESEARCH", null, "", "GENERAL RESEARCH"],
    ["", null, "", ""],
  ])("%s is not guessed where it is not understood", (text, base, modifiers, unknown) => {
    expect(read(text)).toEqual([base, modifiers, unknown]);
  });

  const letters = fc
    .array(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ_2"), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(""));
  const isCode = (part: string) => ([...CONSENT_MODIFIERS] as string[]).includes(part);
  const plain = letters.filter((part) => !isCode(part));
  const modifier: fc.Arbitrary<ConsentPart> = fc.oneof(
    fc.constantFrom(...CONSENT_MODIFIERS.filter((code) => code !== "RS")).map((code) => {
      return { code, value: null };
    }),
    plain.map((value) => ({ code: "RS" as const, value })),
  );
  const base = fc.oneof(
    fc
      .constantFrom(...CONSENT_BASES.filter((code) => code !== "DS"))
      .map((code) => ({ code, value: null })),
    fc.array(plain, { minLength: 1, maxLength: 3 }).map((parts) => {
      return { code: "DS" as const, value: parts.join("-") };
    }),
  );

  it("is read as it was written, whatever its parts", () => {
    fc.assert(
      fc.property(base, fc.array(modifier, { maxLength: 6 }), (first, modifiers) => {
        const parsed = parseConsentCode(writeConsentCode(first, modifiers));
        expect(parsed).toEqual({ base: first, modifiers, unknown: [] });
      }),
    );
  });

  it("loses no part, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const { base: first, modifiers, unknown } = parseConsentCode(text);
        const parts = [...(first ? [first] : []), ...modifiers].map(writePart);
        const kept = [...parts, ...unknown].join("").replace(/-/g, "").length;
        const typed = text.trim().toUpperCase().replaceAll("(CC)", "-CC").split("-");
        expect(kept).toBe(typed.map((part) => part.trim()).join("").length);
      }),
    );
  });
});
