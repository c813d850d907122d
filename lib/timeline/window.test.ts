import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { anyDay } from "./sample-entries";
import { holds, monthsIn, moved, nextZoom, shareOf, windowOf, ZOOMS, zoomed } from "./window";

const TODAY = day("2026-11-22");
const NOTHING = { from: null, last: null };

describe("the months that are shown", () => {
  it.each([
    ["3m", "2026-11-01", "2027-02-01"],
    ["1y", "2026-09-01", "2027-09-01"],
    ["3y", "2025-11-01", "2028-11-01"],
    ["all", "2026-10-01", "2027-04-01"],
  ] as const)("are %s around today from %s until before %s", (zoom, from, before) => {
    expect(windowOf({ zoom }, TODAY, NOTHING)).toEqual({ from, before });
  });

  it("begin with the month that is asked for, and hold all there is where all is asked for", () => {
    expect(windowOf({ zoom: "3m", from: day("2024-02-29") }, TODAY, NOTHING)).toEqual({
      ...{ from: "2024-02-01", before: "2024-05-01" },
    });
    const extent = { from: day("2019-05-20"), last: day("2031-01-31") };
    expect(windowOf({ zoom: "all" }, TODAY, extent)).toEqual({
      ...{ from: "2019-04-01", before: "2031-06-01" },
    });
  });

  it("never leave the calendar, however far one moves", () => {
    for (const [from, steps] of [
      [day("2200-12-31"), 5],
      [day("1900-01-01"), -5],
    ] as const) {
      const window = windowOf({ zoom: "3y", from }, TODAY, NOTHING);
      expect(moved("3y", window, steps)).toMatch(/^\d{4}-\d{2}-01$/);
    }
  });

  it("come back after as many steps there as back", () => {
    fc.assert(
      fc.property(fc.constantFrom("3m", "1y", "3y"), anyDay, (zoom, from) => {
        const window = windowOf({ zoom, from }, TODAY, NOTHING);
        const later = moved(zoom, window, 1) ?? from;
        const back = moved(zoom, windowOf({ zoom, from: later }, TODAY, NOTHING), -1);
        expect(back).toBe(window.from);
      }),
    );
  });

  it("keep the middle in sight when one zooms, and today where it was in sight", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("3m", "1y", "3y"),
        fc.constantFrom("3m", "1y", "3y"),
        anyDay,
        (zoom, to, from) => {
          const window = windowOf({ zoom, from }, TODAY, NOTHING);
          const next = windowOf(
            { zoom: to, from: zoomed(to, window, TODAY) ?? undefined },
            TODAY,
            NOTHING,
          );
          if (holds(window, TODAY)) expect(holds(next, TODAY)).toBe(true);
          const middle = addDays(window.from, Math.floor(monthsIn(window) * 15.2));
          if (!holds(window, TODAY)) expect(holds(next, middle)).toBe(true);
        },
      ),
    );
  });

  it("have a next zoom to both sides, but beyond the last", () => {
    expect(ZOOMS.map((zoom) => nextZoom(zoom, "wider"))).toEqual(["1y", "3y", "all", null]);
    expect(ZOOMS.map((zoom) => nextZoom(zoom, "nearer"))).toEqual([null, "3m", "1y", "3y"]);
  });

  it("are half open: the day before the end is in, the end is not", () => {
    const window = windowOf({ zoom: "1y" }, TODAY, NOTHING);
    expect([holds(window, day("2027-08-31")), holds(window, window.before)]).toEqual([true, false]);
    expect([shareOf(window, window.from), shareOf(window, window.before)]).toEqual([0, 1]);
  });
});
