import { expect, test } from "vitest";
import { sameWords } from "./same-words";

test.each([
  ["Ana Ruiz", "ana ruíz", true],
  ["Ruiz, Ana", "Ana  Ruiz", true],
  ["Universität zu Köln", "universitat zu koln", true],
  ["李 明", "李 明", true],
  ["Ana Ruiz", "Ana María Ruiz", false],
  ["Ana", "Anna", false],
  ["", "", false],
  ["-", ".", false],
])("%j and %j: %s", (one, other, same) => {
  expect(sameWords(one, other)).toBe(same);
  expect(sameWords(other, one)).toBe(same);
});
