import fc from "fast-check";
import { expect, test } from "vitest";
import { textProblem, tidyText } from "./plain-text";

const one = { maxLength: 20, lines: "one" } as const;
const many = { maxLength: 20, lines: "many" } as const;

test.each([
  ["=1+1"],
  ["<script>alert(1)</script>".slice(0, 20)],
  ["O'Brien; drop table"],
  ["שלום עולם"],
  ["नमस्ते"],
  ["e\u0301".normalize("NFC")],
])("%s is text like any other", (text) => {
  expect(textProblem(tidyText(text), one)).toBeNull();
});

test.each([
  ["a null", "a\u0000b"],
  ["an escape", "a\u001bb"],
  ["a C1 control", "a\u0085b"],
  ["half a character", "a\ud800b"],
])("%s is refused, in one line and in many", (_case, text) => {
  expect(textProblem(text, one)).toMatch(/control character/);
  expect(textProblem(text, many)).toMatch(/control character/);
});

test.each(["\u202e", "\u202a", "\u2066", "\u2069"])(
  "a mark that turns the reading direction is refused",
  (mark) => {
    expect(textProblem(`invoice${mark}fdp.exe`, one)).toMatch(/reading direction/);
  },
);

test("line ends and tabs belong into long answers only", () => {
  expect(textProblem("a\n\tb", many)).toBeNull();
  expect(textProblem("a\nb", one)).toMatch(/one line/);
});

test("length counts characters as a reader does, and the limit itself fits", () => {
  expect(textProblem("😀".repeat(20), one)).toBeNull();
  expect(textProblem("😀".repeat(21), one)).toBe("Use at most 20 characters; this has 21.");
  expect(textProblem("x".repeat(10_000), one)).toBe("Use at most 20 characters; this has 10000.");
});

test("tidying twice changes nothing more, and never loses a letter", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."ae\u0301 \t\n\r\u2028\u00a0\u202eé😀") }),
      (text) => {
        const tidy = tidyText(text);
        expect(tidyText(tidy)).toBe(tidy);
        expect(tidy).toBe(tidy.trim());
        expect(tidy).not.toMatch(/\r/);
      },
    ),
  );
});
