import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markWords } from "./word-marks";

const written = (before: string, after: string) =>
  markWords(before, after)
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`,
    )
    .join("");

describe("marking the words that differ", () => {
  it.each([
    ["We study sepsis.", "We study sepsis.", "We study sepsis."],
    [
      "We study sepsis in adults.",
      "We study shock in adults.",
      "We study [-sepsis-]{+shock+} in adults.",
    ],
    ["one two three", "one three", "one [-two -]three"],
    ["the old words here", "the new texts here", "the [-old words-]{+new texts+} here"],
    ["", "All of it", "{+All of it+}"],
    ["All of it", "", "[-All of it-]"],
    [
      "our cluster, in rooms",
      "our cluster Fjord, in rooms",
      "our [-cluster,-]{+cluster Fjord,+} in rooms",
    ],
    ["first line", "first line\nsecond", "first line{+\nsecond+}"],
  ])("of %j and %j", (before, after, marked) => {
    expect(written(before, after)).toBe(marked);
  });

  it("loses no letter of either text, and never marks equal texts", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", " ", "  ", "\n", "Ärzte", "数据"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marked = markWords(before, after);
        const without = (kind: "gone" | "new") =>
          marked
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join("");
        expect(without("new")).toBe(before);
        expect(without("gone")).toBe(after);
        if (before === after) expect(marked.every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  it("marks two long texts that share nothing one after the other, at once", () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, i) => `${word}${i}`).join(" ");
    const started = performance.now();
    expect(markWords(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
