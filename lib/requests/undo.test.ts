import { describe, expect, it } from "vitest";
import { archiveByCode } from "../archives/index";
import { findLifecycle } from "./lifecycle";
import { undoOf } from "./undo";
import { undoMoveForm } from "./undo-form";

const dbgap = archiveByCode("dbgap");
if (!dbgap) throw new Error("dbGaP is gone");
const project = findLifecycle(dbgap, "dbgap-project");

let seq = 0;
const moved = (move: string, version: number, granted = false, step = "so_review") => ({
  ...{ seq: ++seq, action: "request.moved" },
  data: { move, version, from: [{ item: "i", step, since: "2026-03-01", granted }] },
});
const undone = (version: number) => ({
  seq: ++seq,
  action: "request.moveUndone",
  data: { version },
});
const other = { seq: 0, action: "document.uploaded", data: {} };

describe("what can be taken back", () => {
  it("is the newest move, whatever else is told in between", () => {
    const lines = [other, moved("so_approved", 4), moved("file", 3)];
    expect(undoOf(project, lines, 4)).toMatchObject({
      ok: true,
      move: { id: "so_approved" },
      moved: { from: [{ item: "i", step: "so_review", since: "2026-03-01" }] },
    });
  });

  it("is the move before, once the newest one was taken back", () => {
    const lines = [undone(5), moved("so_approved", 4), moved("file", 3), moved("submit", 2)];
    expect(undoOf(project, lines, 5)).toMatchObject({ move: { id: "file" } });
    expect(undoOf(project, [undone(6), ...lines], 6)).toMatchObject({ move: { id: "submit" } });
    const again = [moved("file", 6), ...lines];
    expect(undoOf(project, again, 6)).toMatchObject({
      move: { id: "file" },
      moved: { version: 6 },
    });
  });

  it("is nothing where nothing was moved, or only what was taken back", () => {
    expect(undoOf(project, [other], 1)).toMatchObject({ ok: false });
    expect(undoOf(project, [undone(3), moved("submit", 2)], 3)).toMatchObject({ ok: false });
  });

  it("is nothing that was changed by something else since", () => {
    expect(undoOf(project, [moved("so_approved", 4)], 5)).toMatchObject({
      reason: expect.stringMatching(/^Something was changed/),
    });
  });

  it.each([
    ["approve", false, /^An approval hangs/],
    ["suspend", true, /^An approval hangs/],
    ["confirm_destruction", true, /^An approval hangs/],
    ["begin_renewal", true, /^A renewal hangs/],
    ["withdraw_renewal", true, /^A renewal hangs/],
    ["file_renewal", true, /^A renewal was filed/],
    ["start_close_out", true, /^A close-out is under way/],
  ])("is not %s, on which more hangs", (move, granted, reason) => {
    expect(undoOf(project, [moved(move, 4, granted)], 4)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  });

  it.each([
    ["has no trace of where things stood", { move: "submit" }],
    ["names a move that is no more", { move: "gone", version: 4, from: [] }],
    ["is no object", null],
  ])("is no line that %s", (_case, data) => {
    const line = { seq: 1, action: "request.moved", data };
    expect(undoOf(project, [line], 4)).toMatchObject({ ok: false });
  });
});

it("taking back needs a reason", () => {
  const input = { commandId: crypto.randomUUID(), requestId: crypto.randomUUID(), version: 1 };
  expect(undoMoveForm.safeParse({ ...input, why: "  " }).success).toBe(false);
  expect(undoMoveForm.parse({ ...input, why: " wrong request " }).why).toBe("wrong request");
});
