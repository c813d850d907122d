import { expect, it } from "vitest";
import { letterOf, statusOf } from "./status-letter";
import { ACCESS_STATUSES } from "./verdict";

it("every status has one letter of its own, which stands for it", () => {
  const letters = ACCESS_STATUSES.map(letterOf);
  expect(new Set(letters).size).toBe(ACCESS_STATUSES.length);
  expect(letters.map(statusOf)).toEqual([...ACCESS_STATUSES]);
  expect(() => statusOf("?")).toThrow(RangeError);
});
