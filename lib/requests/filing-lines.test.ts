import { describe, expect, it } from "vitest";
import { archiveByCode } from "../archives/index";
import { filingsByLine } from "./filing-lines";
import { findLifecycle } from "./lifecycle";

const dbgap = archiveByCode("dbgap");
if (!dbgap) throw new Error("dbGaP is gone");
const project = findLifecycle(dbgap, "dbgap-project");

const moved = (id: string, move: string) => ({ id, action: "request.moved", data: { move } });
const undone = { id: "u", action: "request.moveUndone", data: {} };
const pairs = (lines: Parameters<typeof filingsByLine>[1], filings: string[]) =>
  [...filingsByLine(project, lines, filings)].map(([id, { before, after }]) => [id, before, after]);

describe("what a line of history filed", () => {
  it("is the copy of its turn, and the one before it", () => {
    const lines = [moved("c", "resubmit"), moved("x", "so_returned"), moved("b", "resubmit")];
    expect(pairs([...lines, moved("a", "file")], ["first", "second", "third"])).toEqual([
      ["c", "second", "third"],
      ["b", "first", "second"],
    ]);
  });

  it("is nothing for a filing that was taken back", () => {
    const lines = [undone, moved("c", "resubmit"), moved("b", "resubmit"), moved("a", "file")];
    expect(pairs(lines, ["first", "second"])).toEqual([["b", "first", "second"]]);
  });

  it("is nothing for what cannot be read, and for a copy that is the first", () => {
    const odd = { id: "o", action: "request.moved", data: null };
    expect(pairs([odd, moved("a", "file")], ["first"])).toEqual([]);
    expect(pairs([moved("a", "file")], [])).toEqual([]);
  });
});
