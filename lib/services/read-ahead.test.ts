import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { readAhead } from "./read-ahead";

function numbers(batches: (number[] | null)[]) {
  const reads: number[] = [];
  const ahead = readAhead(async () => {
    reads.push(reads.length);
    return batches.shift() ?? null;
  }, 1);
  return { ahead, reads };
}

test("several takers get each thing once, in order, over empty batches, until there are no more", async () => {
  const { ahead } = numbers([[1, 2], [], [3], null]);
  const takes = Array.from({ length: 5 }, () => ahead.take());
  expect(await Promise.all(takes)).toEqual([1, 2, 3, undefined, undefined]);
});

test("the next batch is read while few are left of the last, not before", async () => {
  const { ahead, reads } = numbers([[1, 2, 3], [4]]);
  await ahead.take();
  await turn();
  expect(reads).toHaveLength(1);
  await ahead.take();
  await turn();
  expect(reads).toHaveLength(2);
});

test("a batch that cannot be read is tried again, and its error reaches whoever waits for it", async () => {
  let calls = 0;
  const ahead = readAhead(async () => {
    if (++calls === 1) return [1];
    throw new Error("away");
  }, 1);
  expect(await ahead.take()).toBe(1);
  await expect(ahead.take()).rejects.toThrow("away");
});

test("closing hands out what nobody took, that which is being read too", async () => {
  const { ahead } = numbers([[1, 2], [3], [4]]);
  await ahead.take();
  expect(await ahead.close()).toEqual([2, 3]);
  expect(await ahead.take()).toBeUndefined();
});
