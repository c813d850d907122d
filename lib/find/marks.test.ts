import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginsWords, markWords } from "./marks";

/** The title with what is marked in brackets. */
const marked = (title: string, query: string) =>
  markWords(title, query)
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join("");

describe("the marks in what was found", () => {
  it.each([
    ["Sepsis in childhood", "sep child", "[Sep]sis in [child]hood"],
    ["Ana García", "garc", "Ana [Garc]ía"],
    ["Ana García", "GARCÍA", "Ana [García]"],
    ["Ana Garcı\u0301a", "garc", "Ana [Garc]ı\u0301a"],
    ["José", "jose", "[José]"],
    ["Jose\u0301 Ruiz", "jose", "[Jose\u0301] Ruiz"],
    ["MIMIC-IV v3.1", "mimic-iv", "[MIMIC]-[IV] v3.1"],
    ["Sepsis", "epsis", "Sepsis"],
    ["Sepsis", "", "Sepsis"],
    ["mimicry", "mim mimic", "[mimic]ry"],
    ["", "x", ""],
  ])("of %s, looked for as %s: %s", (title, query, told) => {
    expect(marked(title, query)).toBe(told);
  });

  it("are the title again when put together, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "binary" }),
        (title, query) => {
          const pieces = markWords(title, query);
          expect(pieces.map(({ text }) => text).join("")).toBe(title);
          expect(pieces.every(({ text }) => text !== "")).toBe(true);
        },
      ),
    );
  });
});

it.each([
  ["Go to the calendar", "cal", true],
  ["Go to the calendar", "calendar go", true],
  ["Über die Anträge", "antrage", true],
  ["Go to the calendar", "lendar", false],
  ["Go to the calendar", "go people", false],
  ["Anything", "", true],
])("%s, asked for by %j: %s", (text, query, fits) => {
  expect(beginsWords(text, query)).toBe(fits);
});
