import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import type { Entry, Span } from "./entry";
import { packed } from "./lanes";
import { lanesOf } from "./layout";
import { anyDay, anyEntries } from "./sample-entries";
import { windowOf, ZOOMS } from "./window";

const TODAY = day("2026-11-22");
const YEAR = windowOf({ zoom: "1y" }, TODAY, { from: null, last: null });
const anyWindow = fc
  .tuple(fc.constantFrom(...ZOOMS), anyDay, anyDay, anyDay)
  .map(([zoom, from, first, last]) => windowOf({ zoom, from }, TODAY, { from: first, last }));

function entry(
  id: string,
  ...spans: readonly (readonly [string, string | null, Span["end"]?])[]
): Entry {
  return {
    ...{ id, kind: "access", what: id, holder: null, request: 1, isShared: false, due: null },
    place: { kind: "request", number: 1 },
    spans: spans.map(([from, before, end]) => ({
      ...{ id: `${id} ${from}`, from: day(from), before: before === null ? null : day(before) },
      end: end ?? (before === null ? null : "clock"),
    })),
  };
}

const idsOf = (lanes: ReturnType<typeof lanesOf>) =>
  lanes.map((lane) => lane.map(({ entry }) => entry.id));

describe("the lanes of a group", () => {
  it("hold side by side what does not overlap, with room for names", () => {
    const lanes = lanesOf(
      [
        entry("first", ["2026-01-01", "2026-12-01"]),
        entry("second", ["2027-01-01", "2028-01-01"]),
        entry("third", ["2026-06-01", null]),
      ],
      YEAR,
      TODAY,
    );
    expect(idsOf(lanes)).toEqual([["third"], ["first", "second"]].toSorted());
  });

  it("draw renewals as joined bars on one line, and what was taken back up to its day", () => {
    const [[strip] = []] = lanesOf(
      [entry("a", ["2025-12-01", "2026-12-01"], ["2026-12-01", "2027-03-01", "revoked"])],
      YEAR,
      TODAY,
    );
    const [first, second] = strip?.bars ?? [];
    expect(first).toMatchObject({ left: 0, joins: { right: true }, isCut: { left: true } });
    expect(second).toMatchObject({ joins: { left: true, right: false }, isCut: { right: false } });
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.left ?? -1, 9);
    expect((second?.left ?? 0) + (second?.width ?? 0)).toBeCloseTo(181 / 365, 9);
  });

  it("show a last day to its end: what ends with the day before the window is not in it", () => {
    expect(lanesOf([entry("a", ["2026-01-01", "2026-09-01"])], YEAR, TODAY)).toEqual([]);
    const [[strip] = []] = lanesOf([entry("a", ["2026-01-01", "2026-09-02"])], YEAR, TODAY);
    expect(strip?.bars[0]?.width).toBeCloseTo(1 / 365, 9);
  });

  it("stand in the window, each entry once, and no two of a lane on one another", () => {
    fc.assert(
      fc.property(anyEntries, anyWindow, anyDay, (entries, window, today) => {
        const lanes = lanesOf(entries, window, today);
        const strips = lanes.flat();
        const ids = strips.map(({ entry }) => entry.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const lane of lanes) {
          expect(lane.length).toBeGreaterThan(0);
          expect(new Set(lane.map(({ entry }) => entry.kind)).size).toBe(1);
          let edge = -1;
          for (const { bars, mark } of lane) {
            const places = [
              ...bars.map(({ left, width }) => [left, left + width] as const),
              ...(mark?.at == null ? [] : [[mark.at, mark.at] as const]),
            ].toSorted((a, b) => a[0] - b[0]);
            for (const [start, end] of places) {
              expect(start).toBeGreaterThanOrEqual(Math.max(edge - 1e-9, 0));
              expect(end).toBeLessThanOrEqual(1 + 1e-9);
              edge = end;
            }
          }
        }
      }),
    );
  });

  it("leave out exactly what lies outside the window", () => {
    fc.assert(
      fc.property(anyEntries, anyWindow, (entries, window) => {
        const shown = new Set(
          lanesOf(entries, window, TODAY)
            .flat()
            .map(({ entry }) => entry.id),
        );
        for (const { id, spans, due } of entries) {
          const within = (on: string) => on >= window.from && on < window.before;
          const isDue = due !== null && [due.on, ...due.reminders.map(({ on }) => on)].some(within);
          // Of stretches over one another the earlier gives way, so only single ones are certain.
          if (spans.length === 1 || due) {
            const [span] = spans;
            const isHeld =
              span !== undefined &&
              span.from < window.before &&
              (span.before === null || (span.before > window.from && span.before > span.from));
            expect(shown.has(id)).toBe(isDue || isHeld);
          }
        }
      }),
    );
  });
});

describe("packing", () => {
  it("takes as few lanes as there are extents over one another", () => {
    const extent = fc.tuple(fc.nat(100), fc.nat(30)).map(([start, length]) => ({
      ...{ start, end: start + length + 1 },
    }));
    fc.assert(
      fc.property(fc.array(extent), (extents) => {
        const most = Math.max(
          0,
          ...extents.map(
            ({ start }) => extents.filter((e) => e.start <= start && start < e.end).length,
          ),
        );
        const lanes = packed(extents);
        expect(lanes.length).toBe(most);
        expect(lanes.flat()).toHaveLength(extents.length);
      }),
    );
  });
});
