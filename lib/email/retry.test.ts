import fc from "fast-check";
import { expect, test } from "vitest";
import { nextAttempt } from "./retry";

const createdAt = new Date("2027-03-14T00:00:00Z");
const fresh = { createdAt, retriesFrom: null, now: createdAt };

function secondsUntil(attempts: number, away: boolean, random = 0.5): number | null {
  const next = nextAttempt({ ...fresh, attempts, away }, random);
  return next && (next.at.getTime() - createdAt.getTime()) / 1000;
}

test("the wait doubles from 10 seconds to 12 hours", () => {
  const waits = [1, 2, 3, 4, 8, 12, 13, 14, 60].map((attempts) => secondsUntil(attempts, false));
  expect(waits).toEqual([10, 20, 40, 80, 1_280, 20_480, 40_960, 43_200, 43_200]);
});

test("while the server is away it is looked for at least every minute", () => {
  expect([1, 3, 4, 40].map((attempts) => secondsUntil(attempts, true))).toEqual([10, 40, 60, 60]);
});

test("however long an outage was, the first answer after it is waited on for some minutes at most", () => {
  let attempts = 0;
  for (let minute = 0; minute < 600; minute++) {
    attempts = nextAttempt({ ...fresh, attempts: attempts + 1, away: true }, 0.5)?.attempts ?? 0;
  }
  expect(secondsUntil(attempts + 1, false)).toBe(160);
});

test("chance moves a wait by a fifth at most", () => {
  expect([0, 1].map((random) => secondsUntil(1, false, random))).toEqual([8, 12]);
});

test("a mail is given up 72 hours after it was written, and not before", () => {
  const at = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);
  const tried = (now: Date, retriesFrom: Date | null = null) =>
    nextAttempt({ attempts: 9, createdAt, retriesFrom, now, away: false }, 0.5);
  expect(tried(at(71.9))).not.toBeNull();
  expect(tried(at(72))).toBeNull();
  expect(tried(at(100), at(90))).not.toBeNull();
  expect(tried(at(162), at(90))).toBeNull();
});

test("a mail that is put off each time is tried in ever longer steps until it is given up", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40 }), (luck) => {
      let now = createdAt;
      for (const [index, random] of luck.entries()) {
        const next = nextAttempt({ ...fresh, attempts: index + 1, now, away: false }, random);
        if (!next) {
          expect(now.getTime() - createdAt.getTime()).toBeGreaterThanOrEqual(72 * 3_600_000);
          return;
        }
        expect(next.at.getTime()).toBeGreaterThan(now.getTime());
        now = next.at;
      }
      expect.fail("It was never given up");
    }),
  );
});
