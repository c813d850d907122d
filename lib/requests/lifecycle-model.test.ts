import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARCHIVES } from "../archives";
import type { Lifecycle, Move } from "../archives/lifecycle";
import { addDays, day } from "../dates/day";
import { allowedMoves, checkMove, stepOf, summarise } from "./lifecycle";
import { type ModelItem, modelItem, moveItems, wayTo } from "./sample-walks";

const FIRST_DAY = day("2026-01-05");
const RUNS = 2000;
const statusOf = (lifecycle: Lifecycle, step: string) => stepOf(lifecycle, step).status;

/** What must be true of an item wherever it stands. */
function expectSound(lifecycle: Lifecycle, { step, granted, stepSince, stays }: ModelItem) {
  const status = statusOf(lifecycle, step);
  if (status === "approved" || status === "closing") expect(granted, step).toBe(true);
  if (["withdrawn", "closed", "terminated"].includes(status)) expect(granted, step).toBe(false);
  if (step === lifecycle.initial) expect(granted, step).toBe(false);
  const [newest, ...earlier] = stays.toReversed();
  expect(newest).toEqual({ step, enteredOn: stepSince, leftOn: null });
  for (const [index, { leftOn, enteredOn }] of earlier.entries()) {
    const next = stays.at(-1 - index);
    expect(leftOn !== null && leftOn >= enteredOn && next && next.enteredOn <= leftOn).toBe(true);
  }
}

describe.each(ARCHIVES.flatMap(({ lifecycles }) => lifecycles))(
  "thousands of walks along $id",
  (lifecycle) => {
    const taken = new Set<string>();

    /** One choice: mostly a move that is open, at times any move for any items. */
    function choose(items: readonly ModelItem[], [kind, nth, pick]: [number, number, number]) {
      const open = allowedMoves(lifecycle, items, () => true);
      const any = lifecycle.moves[nth % lifecycle.moves.length] as Move;
      if (kind % 5 === 0 || open.length === 0) {
        return {
          move: any,
          chosen: items.filter((_, index) => (pick >> index) % 2 === 0).map(({ id }) => id),
        };
      }
      const { move, itemIds } = open[nth % open.length] as (typeof open)[number];
      const some = itemIds.filter((_, index) => (pick >> index) % 2 === 0);
      return { move, chosen: some.length > 0 ? some : itemIds };
    }

    it("never leave the table, nor an approval and a status that contradict each other", () => {
      const choice = fc.tuple(fc.nat(99), fc.nat(999), fc.nat(15));
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 3 }),
          fc.array(choice, { minLength: 20, maxLength: 60 }),
          (count, choices) => {
            let items = Array.from({ length: count }, (_, index) =>
              modelItem(lifecycle, `i${index}`, FIRST_DAY),
            );
            for (const [index, made] of choices.entries()) {
              const { move, chosen } = choose(items, made);
              const check = checkMove(lifecycle, move, items, chosen);
              const able = items.filter(
                ({ step, granted }) =>
                  move.from.includes(step) && (!move.only || (move.only === "granted") === granted),
              );
              const isOpen =
                move.scope === "request"
                  ? able.length > 0
                  : chosen.length > 0 && chosen.every((id) => able.some((item) => item.id === id));
              expect(check.ok, move.id).toBe(isOpen);
              if (!check.ok) continue;
              taken.add(move.id);
              items = moveItems(items, {
                move,
                itemIds: check.itemIds,
                on: addDays(FIRST_DAY, index),
              });
              for (const item of items) expectSound(lifecycle, item);
              const { status } = summarise(lifecycle, items);
              expect(items.map(({ step }) => statusOf(lifecycle, step))).toContain(status);
            }
          },
        ),
        { numRuns: RUNS, seed: 4 },
      );
    });

    it("make every move of the table", () => {
      expect([...taken].sort()).toEqual(lifecycle.moves.map(({ id }) => id).sort());
    });

    it("find the way to each move, through steps that are its own", () => {
      for (const move of lifecycle.moves) {
        const way = wayTo(lifecycle, move);
        expect(way.at(-1)).toBe(move);
        expect(new Set(way).size).toBe(way.length);
      }
    });
  },
);
