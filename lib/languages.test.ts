import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLanguage, languageAskedFor, languageOf } from "./languages";

describe("the language of a visitor", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["de", "de"],
    ["de-AT,de;q=0.9,en;q=0.5", "de"],
    ["fr-FR,fr;q=0.9,de;q=0.4,en;q=0.3", "de"],
    ["en-GB,en;q=0.9,de;q=0.8", "en"],
    ["de;q=0.2, en;q=0.8", "en"],
    ["de;q=0", "en"],
    ["ja,ko;q=0.9", "en"],
    ["*", "en"],
    ["DE-de", "de"],
    ["de;q=much", "en"],
  ])("who sends “%s” reads %s", (header, language) => {
    expect(languageAskedFor(header)).toBe(language);
  });

  it("is always one that Gatebook speaks, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(isLanguage(languageAskedFor(header))).toBe(true);
      }),
    );
  });
});

it("reads a code that nobody speaks any more as English", () => {
  expect(languageOf("tlh")).toBe("en");
  expect(languageOf(undefined)).toBe("en");
  expect(languageOf("de")).toBe("de");
});
