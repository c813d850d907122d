import { describe, expect, test } from "vitest";
import { brakeAfter, slotOf } from "./brake";

const now = new Date("2027-03-14T09:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("how fast mails go", () => {
  test.each([
    [0.25, "usual"],
    [24, "usual"],
    [24.1, "spread"],
    [30 * 24, "spread"],
    [30 * 24 + 1, "held"],
    [87_600, "held"],
    [-24, "usual"],
    [-25, "held"],
  ])("%s hours after the run before: %s", (hours, pace) => {
    expect(brakeAfter(ago(hours), now)).toEqual({ jump: Math.trunc(hours), pace });
  });

  test("is as usual where nothing ever ran", () => {
    expect(brakeAfter(null, now)).toEqual({ jump: null, pace: "usual" });
  });

  test("after a pause is 500 at once and 500 each ten minutes", () => {
    const minutes = [0, 499, 500, 999, 1_000].map(
      (nth) => (slotOf(nth, "spread", now).getTime() - now.getTime()) / 60_000,
    );
    expect(minutes).toEqual([0, 0, 10, 10, 20]);
    expect(slotOf(10_000, "usual", now)).toEqual(now);
  });
});
