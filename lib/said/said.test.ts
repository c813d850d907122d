import { expect, it } from "vitest";
import german from "./german.json";
import { englishOfCode } from "./test-sentences";

const said: Record<string, string> = german;
const english = [...englishOfCode()];

const valuesOf = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted().join();

it("says all that is English in code in German: what is missing, by where it is said", () => {
  const missing = english
    .map(([where, texts]) => [where, [...texts].filter((text) => !said[text])] as const)
    .filter(([, texts]) => texts.length > 0);
  expect(Object.fromEntries(missing)).toEqual({});
});

it("keeps nothing that the code says no longer", () => {
  const all = new Set(english.flatMap(([, texts]) => [...texts]));
  expect(Object.keys(said).filter((text) => !all.has(text))).toEqual([]);
});

it("keeps every value of a sentence, each as often as it stands there", () => {
  const lost = Object.entries(said).filter(([text, own]) => valuesOf(own) !== valuesOf(text));
  expect(lost).toEqual([]);
});

it("writes German quotation marks", () => {
  expect(Object.values(said).filter((text) => /[“"].*”|["]/.test(text))).toEqual([]);
});
