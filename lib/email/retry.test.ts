import { expect, test } from "vitest";
import { nextAttempt } from "./retry";

const createdAt = new Date("2027-03-14T00:00:00Z");

function secondsUntil(attempts: number, away: boolean, random = 0.5): number | null {
  const next = nextAttempt({ attempts, createdAt, now: createdAt, away }, random);
  return next && (next.getTime() - createdAt.getTime()) / 1000;
}

test("the wait doubles from 10 seconds to an hour", () => {
  const waits = [1, 2, 3, 4, 8, 9, 10, 60].map((attempts) => secondsUntil(attempts, false));
  expect(waits).toEqual([10, 20, 40, 80, 1_280, 2_560, 3_600, 3_600]);
});

test("while the server is away it is looked for at least every minute", () => {
  expect([1, 3, 4, 40].map((attempts) => secondsUntil(attempts, true))).toEqual([10, 40, 60, 60]);
});

test("chance moves a wait by a fifth at most", () => {
  expect([0, 1].map((random) => secondsUntil(1, false, random))).toEqual([8, 12]);
});

test("a mail is given up 72 hours after it was written, and not before", () => {
  const at = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);
  const tried = (now: Date) => nextAttempt({ attempts: 9, createdAt, now, away: false }, 0.5);
  expect(tried(at(71.9))).toBeInstanceOf(Date);
  expect(tried(at(72))).toBeNull();
});
