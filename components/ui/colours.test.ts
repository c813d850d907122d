import { describe, expect, it } from "vitest";
import { colours } from "./colours";

/** WCAG's contrast for text of ordinary size, level AA. */
const READABLE = 4.5;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const { gray, dark, ...tints } = colours;

describe.each(Object.entries(tints))("%s", (_name, shades) => {
  it("carries white text when filled", () => {
    expect(contrast(shades[7], "#ffffff")).toBeGreaterThan(READABLE);
    expect(contrast(shades[8], "#ffffff")).toBeGreaterThan(READABLE);
  });

  it("reads as a link and in a chip on light pages", () => {
    expect(contrast(shades[7], gray[1])).toBeGreaterThan(READABLE);
    expect(contrast(shades[8], shades[1])).toBeGreaterThan(READABLE);
  });

  it("reads on every dark surface", () => {
    for (const surface of [dark[6], dark[7], dark[8]]) {
      expect(contrast(shades[4], surface)).toBeGreaterThan(READABLE);
    }
  });
});

describe("the words that stand back", () => {
  it("can still be read", () => {
    for (const surface of ["#ffffff", gray[0], gray[1]]) {
      expect(contrast(gray[6], surface)).toBeGreaterThan(READABLE);
    }
    for (const surface of [dark[6], dark[7], dark[8]]) {
      expect(contrast(dark[2], surface)).toBeGreaterThan(READABLE);
    }
  });
});
