import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { endBand } from "./ending";

const today = day("2027-03-01");

describe("the colour band of an end date", () => {
  it.each([
    [-1, "lapsed"],
    [0, "soon"],
    [1, "soon"],
    [30, "soon"],
    [31, "near"],
    [90, "near"],
    [91, "far"],
  ])("%i days away is %s", (days, band) => {
    expect(endBand(addDays(today, days), today)).toBe(band);
  });

  it("is none for an open-ended grant and closed for one that was ended", () => {
    expect(endBand(null, today)).toBe("none");
    expect(endBand(addDays(today, 5), today, today)).toBe("closed");
  });
});
