import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAfterKey } from "./timeline-keys";

const ROWS = [[0.1, 0.5, 0.9], [0.45], [0.05, 0.2, 0.6, 0.95]];
const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

describe("the keys of the timeline", () => {
  it.each([
    ["ArrowRight", [0, 0], [0, 1]],
    ["ArrowRight", [0, 2], [0, 2]],
    ["ArrowLeft", [0, 0], [0, 0]],
    ["ArrowDown", [0, 2], [1, 0]],
    ["ArrowDown", [1, 0], [2, 2]],
    ["ArrowDown", [2, 1], [2, 1]],
    ["ArrowUp", [2, 0], [1, 0]],
    ["ArrowUp", [0, 1], [0, 1]],
    ["Home", [2, 3], [2, 0]],
    ["End", [0, 0], [0, 2]],
  ] as const)("%s leads from %j to %j", (key, [row, column], [toRow, toColumn]) => {
    expect(placeAfterKey(key, false, { row, column }, ROWS)).toEqual({
      row: toRow,
      column: toColumn,
    });
  });

  it("lead to the ends of the chart with Ctrl, and nowhere for other keys", () => {
    expect(placeAfterKey("Home", true, { row: 2, column: 3 }, ROWS)).toEqual({ row: 0, column: 0 });
    expect(placeAfterKey("End", true, { row: 0, column: 0 }, ROWS)).toEqual({ row: 2, column: 3 });
    expect(placeAfterKey("a", false, { row: 0, column: 0 }, ROWS)).toBeNull();
  });

  it("never leave the chart", () => {
    const rows = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, fc.array(fc.constantFrom(...KEYS)), fc.boolean(), (all, keys, ctrl) => {
        let place = { row: 0, column: 0 };
        for (const key of keys) place = placeAfterKey(key, ctrl, place, all) ?? place;
        expect(all[place.row]?.[place.column]).toBeDefined();
      }),
    );
  });
});
