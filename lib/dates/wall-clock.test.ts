import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { addMonths, addYears, day, isDay } from "./day";
import { wallClock } from "./wall-clock";

const ZONES = [
  ...["UTC", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Europe/Berlin", "America/Sao_Paulo"],
  ...["Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca", "America/New_York"],
];
const anyInstant = fc.date({
  min: new Date("1971-01-01"),
  max: new Date("2199-01-01"),
  noInvalidDate: true,
});
const anyDay = anyInstant.map((date) => day(date.toISOString().slice(0, 10)));

it("calendar and clock show what Temporal says, in every zone", () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
        zone,
      );
      expect(wallClock(instant, zone)).toEqual({
        day: zoned.toPlainDate().toString(),
        time: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
      });
    }),
    { numRuns: 2_000 },
  );
});

it("months and years are added as Temporal adds them", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (from, count) => {
      const plain = Temporal.PlainDate.from(from);
      expect(addMonths(from, count)).toBe(plain.add({ months: count }).toString());
      expect(addYears(from, count)).toBe(plain.add({ years: count }).toString());
    }),
    { numRuns: 2_000 },
  );
});

it("a day exists where Temporal has one", () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
  fc.assert(
    fc.property(fc.integer({ min: 1890, max: 2210 }), part(13), part(32), (year, month, date) => {
      const text = `${year}-${month}-${date}`;
      let isThere = year >= 1900 && year <= 2200;
      try {
        Temporal.PlainDate.from(text, { overflow: "reject" });
      } catch {
        isThere = false;
      }
      expect(isDay(text)).toBe(isThere);
    }),
    { numRuns: 3_000 },
  );
});
