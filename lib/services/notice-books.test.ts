import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import type { Job } from "../team/actor";
import { openBooks } from "./notice-books";
import type { ClaimedNotice } from "./notice-claims";
import type { Settlement, settle } from "./notice-fates";

const WRITING_MS = 30;
const MOST_UNMARKED = 20;
let written: string[];
const write = vi.fn<typeof settle>(async (_job, _teamId, settlements) => {
  await sleep(WRITING_MS);
  written.push(...settlements.map(({ notice }) => notice.id));
});

beforeEach(() => {
  written = [];
  write.mockClear();
});

const job = (): Job => ({ kind: "job", name: "deliver_notices", now: new Date() });

/** A mail that was sent, as far as the books look at it. */
function sent(id: number): Settlement {
  const notice = { id: String(id), teamId: `team ${id % 2}` } as ClaimedNotice;
  return { notice, fate: "sent", rows: [], lines: [], lookAt: [] };
}

test("mails of a team are written down together, some hundredths of a second later", async () => {
  const books = openBooks(job, write);
  const waits = Array.from({ length: 10 }, (_, id) => books.enter(sent(id)));
  expect(waits.filter(Boolean)).toEqual([]);
  expect(written).toEqual([]);
  await books.close();
  expect(new Set(written).size).toBe(10);
  expect(write).toHaveBeenCalledTimes(2);
});

test("whoever is told to wait goes on while others keep entering", async () => {
  const books = openBooks(job, write);
  let [id, unmarked] = [0, 0];
  const lane = async () => {
    for (let mail = 0; mail < 40; mail++) {
      await sleep(10);
      unmarked = Math.max(unmarked, ++id - written.length);
      await books.enter(sent(id));
    }
    return performance.now();
  };
  const ends = await Promise.all(Array.from({ length: 8 }, lane));
  await books.close();
  expect(new Set(written).size).toBe(8 * 40);
  // All lanes end at about the same time: none was held while the others sent what was left.
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(10 * WRITING_MS);
  // Each of eight may enter one more before it is told to wait.
  expect(unmarked).toBeLessThan(MOST_UNMARKED + 8);
});
