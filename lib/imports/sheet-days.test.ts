import fc from "fast-check";
import { expect, it, test } from "vitest";
import { addDays, day } from "../dates/day";
import { formatDay, formatDayLong } from "../dates/format";
import { type DateOrder, provenOrder, readDayCell } from "./sheet-days";

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day("1990-01-01"), count));
const parts = (text: string) => text.split("-") as [string, string, string];

test("a day reads back from every way in which sheets write it", () => {
  fc.assert(
    fc.property(days, fc.constantFrom<DateOrder>("day_first", "month_first"), (one, order) => {
      const [year, month, date] = parts(one);
      const numbers = order === "day_first" ? [date, month, year] : [month, date, year];
      const serial = (Date.parse(one) - Date.UTC(1899, 11, 30)) / 86_400_000;
      const ways = [
        ...[
          { day: one },
          one,
          `${one}T10:00:00Z`,
          `${year}/${month}/${date}`,
          serial,
          serial + 0.5,
        ],
        ...[formatDay(one), formatDayLong(one), numbers.join("."), numbers.join("/")],
        ...[numbers.map(Number).join("-"), `${numbers.join("/")} 14:30`],
      ];
      for (const way of ways) {
        expect(readDayCell(way, order), JSON.stringify(way)).toEqual({
          ...{ ok: true, day: one, openEnded: false },
        });
      }
    }),
  );
});

it.each([
  ["31.02.2026", "no calendar day"],
  ["2026-13-01", "no calendar day"],
  ["soon", "no calendar day"],
  ["12", "no calendar day"],
  ["03/04/2026", "two ways"],
])("refuses %s with a sentence: %s", (text, words) => {
  expect(readDayCell(text, null)).toMatchObject({
    ok: false,
    reason: expect.stringContaining(words),
  });
});

it.each([
  ["", null, false],
  [null, null, false],
  ["n/a", null, false],
  ["TBD", null, false],
  ["no end", null, true],
  ["Unbefristet", null, true],
  ["∞", null, true],
  ["13/04/2026", "2026-04-13", false],
  ["04/13/2026", "2026-04-13", false],
  ["04/04/2026", "2026-04-04", false],
  ["1.3.26", null, null],
])("reads “%s” without being told an order", (text, found, openEnded) => {
  const read = readDayCell(text, null);
  if (openEnded === null) expect(read.ok).toBe(false);
  else expect(read).toEqual({ ok: true, day: found, openEnded });
});

test("a sheet proves its order by one number past twelve, and no order by both", () => {
  expect(provenOrder(["01/02/2026", "13/02/2026"])).toBe("day_first");
  expect(provenOrder(["01/02/2026", "02/13/2026"])).toBe("month_first");
  expect(provenOrder(["13/02/2026", "02/13/2026"])).toBeNull();
  expect(provenOrder(["01/02/2026", "2026-02-13", null, 46_000])).toBeNull();
});
