import { describe, expect, it } from "vitest";
import type { AccessCell, ShownReason } from "../readiness/access-view";
import { peopleGaps, whoWorksWithData } from "./people-gaps";

const ana = { id: "ana", name: "Ana Ruiz", endsOn: null };
const frank = { id: "frank", name: "Frank Mercer", endsOn: null };
const request = {
  number: 7,
  owner: { id: "bo", name: "Bo Lindqvist" },
  people: [
    { function: "pi" as const, person: ana },
    { function: "downloader" as const, person: ana },
    { function: "signing_official" as const, person: frank },
  ],
};

const reason = (what: string, more: Partial<ShownReason> = {}): ShownReason => ({
  ...{ what, kind: "identity", code: "missing", on: null, asks: null, source: "" },
  ...{ party: "holder", personId: "ana", personName: "Ana Ruiz", otherVersions: [] },
  place: { kind: "person", id: "ana" },
  ...more,
});
const approval = reason("approval", {
  ...{ kind: "approval", place: { kind: "request", number: 7 } },
});

const cell = (unit: string, reasons: readonly ShownReason[]): AccessCell => ({
  person: ana,
  unit: {
    ...{ id: unit, code: unit, name: unit, title: unit, slug: unit },
    ...{ archive: "dbgap", archiveName: "dbGaP" },
  },
  ...{ on: "2027-01-01" as AccessCell["on"], status: reasons.length > 0 ? "blocked" : "ready" },
  ...{ until: null, endsBy: null, reasons, held: [], seen: null, remarks: [] },
  ...{ request: 7, agreementId: null },
});

const anas = (cells: readonly AccessCell[]) =>
  peopleGaps(request, cells).find(({ id }) => id === "ana");

describe("the people of a request", () => {
  it("are its owner first, then everybody with all that they do", () => {
    expect(peopleGaps(request, []).map(({ id, functions }) => [id, functions])).toEqual([
      ["bo", []],
      ["ana", ["pi", "downloader"]],
      ["frank", ["signing_official"]],
    ]);
    expect(whoWorksWithData(request)).toEqual(["ana"]);
  });

  it("lack what their verdicts say, each thing once, with its units where it is not all", () => {
    const both = [cell("A", [reason("account"), approval]), cell("B", [reason("account")])];
    expect(anas(both)).toMatchObject({ state: "gaps", gaps: [{ units: [] }] });
    const one = [cell("A", [reason("training")]), cell("B", [reason("account")])];
    expect(anas(one)?.gaps.map(({ reason: { what }, units }) => [what, units])).toEqual([
      ["training", ["A"]],
      ["account", ["B"]],
    ]);
  });

  it("lack nothing but the approval that this request asks for", () => {
    expect(anas([cell("A", [approval])])).toMatchObject({ state: "approval", gaps: [] });
    const elsewhere = { ...approval, place: { kind: "request", number: 8 } as const };
    expect(anas([cell("A", [elsewhere])])?.state).toBe("gaps");
    expect(anas([cell("A", []), cell("B", [approval])])?.state).toBe("some");
    expect(anas([cell("A", [])])?.state).toBe("open");
  });

  it("lack nothing where nothing is known of their access", () => {
    expect(peopleGaps(request, []).every(({ state }) => state === "none")).toBe(true);
  });
});
