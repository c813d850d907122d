import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ARCHIVES, archiveByCode } from "../archives";
import type { Archive } from "../archives/archive";
import type { Move } from "../archives/lifecycle";
import { day } from "../dates/day";
import {
  allowedMoves,
  checkMove,
  findLifecycle,
  findMove,
  needsCompleteForm,
  stepOf,
  summarise,
} from "./lifecycle";

const DBGAP = findLifecycle(archiveByCode("dbgap") as Archive, "dbgap-project");
const APPLICATION = findLifecycle(archiveByCode("ega") as Archive, "ega-application");
const CREDENTIALED = findLifecycle(archiveByCode("physionet") as Archive, "physionet-credentialed");

const item = (id: string, step: string, since = "2026-01-10", granted = step === "approved") => ({
  id,
  step,
  stepSince: day(since),
  granted,
});
const moved = (entry: ReturnType<typeof item>, { to, effect }: Move) => ({
  ...entry,
  step: to,
  granted: effect === "grant" || (effect !== "end" && effect !== "close" && entry.granted),
});
const move = (id: string, lifecycle = DBGAP) => {
  const found = findMove(lifecycle, id);
  if (!found) throw new Error(`no move ${id}`);
  return found;
};

test("an unknown lifecycle or step is a defect, an unknown move is nothing", () => {
  expect(() => findLifecycle(archiveByCode("ega") as Archive, "dbgap-project")).toThrow(RangeError);
  expect(() => stepOf(DBGAP, "signed")).toThrow(RangeError);
  expect(findMove(DBGAP, "constructor")).toBeUndefined();
});

test("submitting and filing need a complete form, nothing else does", () => {
  const needing = DBGAP.moves.filter(needsCompleteForm).map(({ id }) => id);
  expect(needing).toEqual(["submit", "file", "resubmit", "file_renewal"]);
});

describe("allowed moves", () => {
  test("are those from the steps where items stand, for who may make them", () => {
    const items = [item("a", "dac_review"), item("b", "approved"), item("c", "dac_review")];
    const all = allowedMoves(DBGAP, items, () => true);
    expect(all.find(({ move: { id } }) => id === "approve")?.itemIds).toEqual(["a", "c"]);
    expect(all.find(({ move: { id } }) => id === "start_close_out")?.itemIds).toEqual(["b"]);
    expect(all.some(({ move: { id } }) => id === "submit")).toBe(false);
    const member = allowedMoves(DBGAP, items, (permission) => permission === "request.move");
    expect(member.some(({ move: { id } }) => id === "approve")).toBe(false);
    expect(member.some(({ move: { id } }) => id === "reject")).toBe(true);
  });

  test("of a request without items there are none", () => {
    expect(allowedMoves(DBGAP, [], () => true)).toEqual([]);
  });

  test("a member records a signature at PhysioNet, an organiser the decision of reviewers", () => {
    expect(move("sign", CREDENTIALED).permission).toBe("request.move");
    const contributor = findLifecycle(
      archiveByCode("physionet") as Archive,
      "physionet-contributor",
    );
    expect(move("accept", contributor).permission).toBe("request.approve");
  });
});

describe("checking a move", () => {
  test("a move of the request takes all items that stand in its steps, whatever is chosen", () => {
    const items = [item("a", "so_review"), item("b", "so_review"), item("c", "approved")];
    expect(checkMove(DBGAP, move("so_approved"), items, [])).toEqual({
      ok: true,
      itemIds: ["a", "b"],
    });
  });

  test("a move of items takes the chosen ones, each once", () => {
    const items = [item("a", "dac_review"), item("b", "dac_review")];
    expect(checkMove(DBGAP, move("approve"), items, ["b", "b"])).toEqual({
      ok: true,
      itemIds: ["b"],
    });
  });

  test.each([
    ["nothing is chosen", [], /^Choose/],
    ["one of the chosen stands elsewhere", ["a", "c"], /not possible from “Approved”/],
    ["a chosen one does not exist", ["a", "forged"], /nothing here/],
  ])("it is refused when %s", (_case, chosen, sentence) => {
    const items = [item("a", "dac_review"), item("c", "approved")];
    expect(checkMove(DBGAP, move("approve"), items, chosen)).toEqual({
      ok: false,
      reason: expect.stringMatching(sentence),
    });
  });

  test("a renewal may be withdrawn, a first request not be called approved", () => {
    const renewed = item("a", "dac_review", "2026-02-01", true);
    const first = item("b", "dac_review", "2026-02-01", false);
    const withdraw = (items: (typeof first)[]) =>
      checkMove(
        DBGAP,
        move("withdraw_renewal"),
        items,
        items.map(({ id }) => id),
      );
    expect(withdraw([renewed])).toEqual({ ok: true, itemIds: ["a"] });
    expect(withdraw([renewed, first])).toMatchObject({ ok: false });
    expect(withdraw([first])).toMatchObject({ ok: false });
    expect(checkMove(DBGAP, move("withdraw"), [renewed], ["a"])).toMatchObject({ ok: false });
  });

  test("the second of two clicks finds nothing left to do", () => {
    expect(checkMove(DBGAP, move("submit"), [item("a", "ready_to_file")], [])).toEqual({
      ok: false,
      reason: "“Submit” is not possible from “Ready to file”, where this stands now.",
    });
  });
});

describe("the summary of a request", () => {
  test.each([
    ["what was sent back", ["approved", "revision_requested", "dac_review"], "revision_requested"],
    ["what is being written", ["dac_review", "draft", "approved"], "draft"],
    ["the signature in our house", ["approved", "so_review"], "so_review"],
    ["a close-out under way", ["approved", "closeout_submitted"], "closeout_submitted"],
    ["the review that is open", ["approved", "dac_review", "rejected"], "dac_review"],
    ["what is approved", ["rejected", "withdrawn", "approved"], "approved"],
    ["the refusal", ["withdrawn", "rejected"], "rejected"],
  ])("leads with %s", (_case, steps, headline) => {
    const items = steps.map((step, index) => item(String(index), step));
    expect(summarise(DBGAP, items).step.id).toBe(headline);
  });

  test("among equals, our own turn comes first, then the longest wait", () => {
    const reviews = [
      item("a", "dac_review", "2026-03-01"),
      item("b", "countersigned", "2026-02-01"),
    ];
    expect(summarise(APPLICATION, reviews)).toMatchObject({
      status: "in_review",
      step: { id: "countersigned" },
      waitingSince: "2026-02-01",
    });
    const drafts = [item("a", "ready_to_file", "2026-03-01"), item("b", "draft", "2026-02-01")];
    expect(summarise(CREDENTIALED, drafts)).toMatchObject({ waitingOn: "us" });
  });

  test("without items, or without their days, it tells the step and no day", () => {
    expect(summarise(DBGAP, [])).toMatchObject({
      status: "draft",
      waitingOn: "us",
      waitingSince: null,
    });
    expect(summarise(DBGAP, [{ step: "approved" }]).waitingSince).toBeNull();
  });
});

describe.each(ARCHIVES.flatMap((archive) => archive.lifecycles))("$id", (lifecycle) => {
  test("no walk of moves leaves the table, and every walk can be told", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
        (count, choices) => {
          let items = Array.from({ length: count }, (_, index) =>
            item(`i${index}`, lifecycle.initial),
          );
          for (const [nth, pick] of choices) {
            const options = allowedMoves(lifecycle, items, () => true);
            const chosen = options[nth % Math.max(options.length, 1)];
            if (!chosen) break;
            const one = chosen.itemIds[pick % chosen.itemIds.length] ?? "";
            const check = checkMove(lifecycle, chosen.move, items, [one]);
            if (!check.ok) throw new Error(check.reason);
            items = items.map((entry) =>
              check.itemIds.includes(entry.id) ? moved(entry, chosen.move) : entry,
            );
            expect(stepOf(lifecycle, summarise(lifecycle, items).step.id).sentence).not.toBe("");
          }
          for (const { step } of items) stepOf(lifecycle, step);
        },
      ),
    );
  });
});
