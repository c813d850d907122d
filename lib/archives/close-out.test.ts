import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import { CLOSE_OUT_REASONS, closeOutReason, closeOutStepOfMove } from "./close-out";
import { ARCHIVES, archiveByCode } from "./index";

const ALL = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.map((lifecycle) => ({
    ...{ id: lifecycle.id, lifecycle, rules: archive.closeOut(lifecycle.id) },
  })),
);

describe.each(ALL)("the close-out of $id", ({ lifecycle, rules }) => {
  const { steps } = rules;

  test("has steps with ids, words and sources of their own, each with its day", () => {
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    for (const { id, label, guidance, source, asks } of steps) {
      for (const text of [label, guidance, source]) expect(text.trim(), id).not.toBe("");
      expect(
        asks.filter(({ meaning }) => meaning === "on"),
        id,
      ).toMatchObject([{ id: "on", kind: "date", required: true }]);
      expect(new Set(asks.map((ask) => ask.id)).size).toBe(asks.length);
    }
  });

  test("names a paper wherever one must be shown, and a register wherever one is looked at", () => {
    for (const { id, evidence, paper, needs } of steps) {
      if (evidence === "paper") expect(paper, id).toBeTruthy();
      expect(needs !== undefined, id).toBe(evidence === "register");
    }
  });

  test("ends with the one move that closes, and has every copy destroyed before it", () => {
    const closing = lifecycle.moves.filter(({ effect }) => effect === "close");
    expect(closing.map(({ id }) => id)).toEqual([steps.at(-1)?.move]);
    const destruction = steps.findIndex(({ needs }) => needs === "copies_destroyed");
    const first = steps.findIndex(({ move }) => move !== undefined);
    expect(destruction).toBeGreaterThanOrEqual(0);
    expect(destruction).toBeLessThan(first);
  });

  test("makes moves of the lifecycle that ask for their day alone, one after the other", () => {
    const moves = steps.flatMap(({ move }) =>
      lifecycle.moves.filter(({ id }) => move !== undefined && id === move),
    );
    expect(moves).toHaveLength(steps.filter(({ move }) => move !== undefined).length);
    for (const [index, { asks, from }] of moves.entries()) {
      expect(asks.map(({ id }) => id)).toEqual(["on"]);
      const before = moves[index - 1];
      if (before) expect(from).toContain(before.to);
    }
    for (const { move } of steps) {
      if (move) expect(closeOutStepOfMove(rules, move)?.move).toBe(move);
    }
  });
});

describe("the order of each archive", () => {
  const stepsOf = (code: string) => {
    const archive = archiveByCode(code);
    return archive?.closeOut(archive.lifecycles[0]?.id ?? "").steps.map(({ id }) => id);
  };

  test("dbGaP: outputs, final report, destruction, the PI, the signing official", () => {
    expect(stepsOf("dbgap")).toEqual([
      ...["outputs", "final_report", "destruction", "submission", "confirmation"],
    ]);
  });

  test("EGA: outputs, destruction, the statement to the committee", () => {
    expect(stepsOf("ega")).toEqual(["outputs", "destruction", "statement"]);
  });

  test("PhysioNet prescribes nothing, and says so", () => {
    expect(stepsOf("physionet")).toEqual(["destruction", "end"]);
    const rules = archiveByCode("physionet")?.closeOut("physionet-restricted");
    expect(rules).toMatchObject({ isPrescribed: false });
    expect(rules?.sentence).toContain("prescribes no close-out");
    expect(rules?.due({ startedOn: day("2026-11-22"), endsOn: null })).toBeNull();
  });

  test("an archival copy may stay only where the agreement knows one", () => {
    const may = ARCHIVES.map((archive) => [
      ...[archive.code, archive.closeOut(archive.lifecycles[0]?.id ?? "").mayKeepArchivalCopy],
    ]);
    expect(Object.fromEntries(may)).toEqual({ dbgap: false, ega: true, physionet: false });
  });
});

describe("until when", () => {
  const startedOn = day("2026-11-22");
  const due = (code: string, endsOn: string | null) =>
    archiveByCode(code)
      ?.closeOut(archiveByCode(code)?.lifecycles[0]?.id ?? "")
      .due({ startedOn, endsOn: endsOn === null ? null : day(endsOn) })?.dueOn ?? null;

  test.each([
    ["dbgap", "2027-03-14", "2027-03-14"],
    ["dbgap", null, null],
    ["ega", null, "2026-12-22"],
    ["ega", "2026-12-01", "2026-12-01"],
    ["ega", "2027-03-14", "2026-12-22"],
    ["ega", "2026-01-01", "2026-12-22"],
  ])("%s, where the approval ends on %s: %s", (code, endsOn, expected) => {
    expect(due(code, endsOn)).toBe(expected);
  });
});

test("the four reasons of DUOS have words; an unknown one shows itself", () => {
  for (const { value, label } of CLOSE_OUT_REASONS) expect(closeOutReason(value)).toBe(label);
  expect(closeOutReason("older")).toBe("older");
});
