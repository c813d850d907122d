import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAfterKey } from "./grid-keys";

const size = { rows: 200, columns: 500, page: 10 };
const at = (row: number, column: number) => ({ row, column });

describe("a key in the matrix", () => {
  it.each([
    ["ArrowDown", false, at(3, 4), at(4, 4)],
    ["ArrowUp", false, at(0, 4), at(-1, 4)],
    ["ArrowUp", false, at(-1, 4), at(-1, 4)],
    ["ArrowRight", false, at(3, 499), at(3, 499)],
    ["ArrowLeft", false, at(3, 0), at(3, -1)],
    ["Home", false, at(3, 40), at(3, 0)],
    ["End", false, at(3, 40), at(3, 499)],
    ["Home", true, at(3, 40), at(0, 0)],
    ["End", true, at(3, 40), at(199, 499)],
    ["PageDown", false, at(195, 4), at(199, 4)],
    ["PageUp", false, at(4, 4), at(0, 4)],
  ])("%s (with Ctrl: %s) leads on", (key, ctrl, from, to) => {
    expect(placeAfterKey(key, ctrl, from, size)).toEqual(to);
  });

  it("of another kind is left to the browser", () => {
    expect(placeAfterKey("Tab", false, at(0, 0), size)).toBeNull();
  });

  it("never leads out of the matrix", () => {
    const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageDown"];
    fc.assert(
      fc.property(
        fc.constantFrom(...keys, "PageUp"),
        fc.boolean(),
        fc.integer({ min: -1, max: 199 }),
        fc.integer({ min: -1, max: 499 }),
        (key, ctrl, row, column) => {
          const to = placeAfterKey(key, ctrl, at(row, column), size);
          expect(to?.row).toSatisfy((n: number) => n >= -1 && n < 200);
          expect(to?.column).toSatisfy((n: number) => n >= -1 && n < 500);
        },
      ),
    );
  });
});
