import { describe, expect, it, test } from "vitest";
import { diseaseInWords, isSameDisease } from "./disease-names";

describe("a disease", () => {
  test.each([
    ["CVD", "Cardiovascular  Disease"],
    ["cvd", "cardiovascular disorders"],
    ["COPD", "chronic obstructive pulmonary disease"],
    ["MONDO:0005148", "mondo 0005148"],
    ["Ménière", "meniere"],
  ])("%s is the same as %s", (a, b) => {
    expect(isSameDisease(a, b)).toBe(true);
    expect(isSameDisease(b, a)).toBe(true);
  });

  test.each([
    ["CVD", "stroke"],
    ["HLBS", "asthma"],
    ["CS", "COPD"],
    ["", ""],
    ["FDO", "FDO"],
    ["type 1 diabetes", "type 2 diabetes"],
  ])("%s is not taken for %s", (a, b) => {
    expect(isSameDisease(a, b)).toBe(false);
  });

  it("is written in words where an archive explains its letters", () => {
    expect(diseaseInWords("HLBS")).toBe("heart, lung, blood and sleep disorders");
    expect(diseaseInWords("FDO")).toBe("the focused disease of the study");
    expect(diseaseInWords("DRC")).toBe("DRC");
  });
});
