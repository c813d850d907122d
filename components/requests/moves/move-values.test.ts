import { describe, expect, it } from "vitest";
import { ARCHIVES } from "@/lib/archives/index";
import type { Move } from "@/lib/archives/lifecycle";
import { day } from "@/lib/dates/day";
import { proposedEnd, sentBackIn, startingValues } from "./move-values";

const today = day("2026-11-23");
const every = ARCHIVES.flatMap((archive) =>
  archive.lifecycles.flatMap(({ id, moves }) =>
    moves.map((asked) => ({ id: `${id} ${asked.id}`, archive, lifecycle: id, asked })),
  ),
);
const named = (id: string) => {
  const found = every.find((one) => one.id === id);
  if (!found) throw new Error(`no move ${id}`);
  return found;
};
const start = (id: string) => startingValues({ ...named(id), ticked: ["a"], today });

describe("a move's dialog", () => {
  it("starts with what the archive proposes and the end that follows from it", () => {
    expect(start("physionet-contributor accept")).toEqual({
      itemIds: ["a"],
      answers: { durationDays: "14" },
      documentId: "",
      decision: { decidedOn: today, startsOn: today, endsOn: "2026-12-07", documentId: "" },
      sections: {},
    });
  });

  it("starts with today where it asks when something happened, and blank elsewhere", () => {
    expect(start("physionet-contributor reject").answers).toEqual({ on: today, reason: "" });
  });

  it.each(every)("asks each question of $id with a start of its own", ({ asked, ...rest }) => {
    const { answers } = startingValues({ ...rest, asked, ticked: [], today });
    expect(Object.keys(answers)).toEqual(asked.asks.map((ask: Move["asks"][number]) => ask.id));
    for (const { id, initial } of asked.asks) {
      if (initial !== undefined) expect(answers[id]).toBe(initial);
    }
  });

  it("offers every section of the form where it is sent back, none of them ticked", () => {
    const values = start("dbgap-project so_returned");
    const { archive, lifecycle } = named("dbgap-project so_returned");
    const ids = archive.sections(lifecycle).map(({ id }) => id);
    expect(Object.keys(values.sections)).toEqual(["items", ...ids]);
    expect(sentBackIn(values)).toEqual([]);
    const project = { isBack: true, comment: "Which groups?" };
    expect(sentBackIn({ sections: { ...values.sections, project } })).toEqual([
      { section: "project", comment: "Which groups?" },
    ]);
  });

  it("follows the days as they are typed", () => {
    const { archive, lifecycle, asked } = named("physionet-contributor accept");
    const values = start("physionet-contributor accept");
    const end = (durationDays: string) =>
      proposedEnd(archive, lifecycle, asked, { ...values, answers: { durationDays } })?.endsOn;
    expect(end("30")).toBe("2026-12-23");
    expect(end("0")).toBeNull();
    const decision = { ...values.decision, decidedOn: "2026-11-" };
    expect(proposedEnd(archive, lifecycle, asked, { ...values, decision })).toBeNull();
  });
});

describe("the end of an approval that renews one", () => {
  const approval = { startsOn: day("2025-03-14"), endsOn: day("2027-03-14") };
  const begin = (items: { id: string; approval?: typeof approval }[]) =>
    startingValues({
      ...{ ...named("ega-application grant"), ticked: ["a"], items },
      today: day("2027-02-01"),
    });

  it("counts on from the old end where the archive extends", () => {
    expect(begin([{ id: "a", approval }]).decision.endsOn).toBe("2029-03-14");
  });

  it("is the archive's own for what was never approved, and for what is not chosen", () => {
    expect(begin([{ id: "a" }, { id: "b", approval }]).decision.endsOn).toBe("");
  });
});
