import fc from "fast-check";
import { expect, it } from "vitest";
import { slotsOf } from "./slots";

it("leaves room for whatever is not drawn", () => {
  expect(slotsOf([2, 3, 7], 10, 40)).toEqual([
    { key: "room 0", index: -1, size: 80 },
    { key: "2", index: 2, size: 40 },
    { key: "3", index: 3, size: 40 },
    { key: "room 4", index: -1, size: 120 },
    { key: "7", index: 7, size: 40 },
    { key: "room 8", index: -1, size: 80 },
  ]);
});

it("takes as much room as the whole list, whatever is drawn", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 499 })), (drawn) => {
      const ascending = drawn.toSorted((a, b) => a - b);
      const sizes = slotsOf(ascending, 500, 48).map(({ size }) => size);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(500 * 48);
    }),
  );
});
