import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { durationsOf, FEWEST, spreadOf, type TeamStay } from "./durations";
import { visitedOf, wayBetween } from "./stay";

const BEGIN = day("2026-01-01");

/** A stay at dbGaP: `from` and `days` count from the first of January. */
const stay = (request: number, step: string, from: number, days: number | null, more = {}) => ({
  ...{ requestId: `r${request}`, itemId: `i${request}`, archive: "dbgap" },
  ...{ lifecycle: "dbgap-project", cycle: 1, move: "", step },
  enteredOn: addDays(BEGIN, from),
  leftOn: days === null ? null : addDays(BEGIN, from + days),
  ...more,
});

const many = (step: string, days: readonly number[]): TeamStay[] =>
  days.map((length, index) => stay(index, step, 0, length));

const stepsOf = (stays: readonly TeamStay[]) => durationsOf(stays)[0]?.steps ?? {};

describe("the spread of durations", () => {
  it("tells only their number while there are fewer than five", () => {
    expect(spreadOf([1, 2, 3, 4])).toEqual({ n: 4, quartiles: null });
    expect(spreadOf([1, 2, 3, 4, 5]).quartiles).not.toBeNull();
  });

  it("takes quartiles by linear interpolation, as the R-7 rule does", () => {
    expect(spreadOf([10, 20, 30, 40, 50, 60]).quartiles).toEqual({
      ...{ lower: 22.5, median: 35, upper: 47.5 },
    });
  });

  it("lies within what was counted, in order, whatever order it came in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: FEWEST, maxLength: 60 }), (days) => {
        const { n, quartiles } = spreadOf(days);
        const { lower = 0, median = 0, upper = 0 } = quartiles ?? {};
        expect(n).toBe(days.length);
        expect(Math.min(...days)).toBeLessThanOrEqual(lower);
        expect(lower).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(upper);
        expect(upper).toBeLessThanOrEqual(Math.max(...days));
        expect(spreadOf(days.toReversed())).toEqual({ n, quartiles });
      }),
    );
  });
});

describe("the durations of a team", () => {
  it("count days half open: from the 1st to the 15th are 14", () => {
    const spread = stepsOf(many("so_review", [14, 14, 14, 14, 14])).so_review;
    expect(spread).toEqual({ n: 5, quartiles: { lower: 14, median: 14, upper: 14 } });
  });

  it("count no stay that goes on", () => {
    const going = stay(9, "so_review", 0, null);
    expect(stepsOf([...many("so_review", [1, 2]), going]).so_review?.n).toBe(2);
  });

  it("count items of one request that came and went together once", () => {
    const together = [1, 2, 3].map((item) => stay(1, "dac_review", 0, 9, { itemId: `i${item}` }));
    const apart = stay(1, "dac_review", 0, 12, { itemId: "i4" });
    expect(stepsOf([...together, apart]).dac_review?.n).toBe(2);
  });

  it("count no step whose first day is that of a click, and none where nobody has the move", () => {
    expect(Object.keys(stepsOf(many("draft", [3])))).toEqual([]);
    expect(Object.keys(stepsOf(many("ready_to_file", [3])))).toEqual([]);
    expect(Object.keys(stepsOf(many("approved", [365])))).toEqual([]);
  });

  it("measure a round from its first filing to its approval, past what was sent back", () => {
    const round = [
      stay(1, "so_review", 0, 5, { move: "file" }),
      stay(1, "dac_review", 5, 10, { move: "so_approved" }),
      stay(1, "revision_requested", 15, 5, { move: "request_changes" }),
      stay(1, "so_review", 20, 2, { move: "resubmit" }),
      stay(1, "dac_review", 22, 18, { move: "so_approved" }),
      stay(1, "approved", 40, null, { move: "approve" }),
    ];
    const five = [1, 2, 3, 4, 5].flatMap((request) =>
      round.map((each) => ({ ...each, requestId: `r${request}`, itemId: `i${request}` })),
    );
    expect(durationsOf(five)[0]?.total).toEqual({
      n: 5,
      quartiles: { lower: 40, median: 40, upper: 40 },
    });
  });

  it("leave out archives, lifecycles and steps that are no more", () => {
    const gone = many("so_review", [1, 2, 3, 4, 5]);
    expect(durationsOf(gone.map((each) => ({ ...each, archive: "gone" })))).toEqual([]);
    expect(durationsOf(gone.map((each) => ({ ...each, lifecycle: "gone" })))).toEqual([]);
    expect(stepsOf(gone.map((each) => ({ ...each, step: "gone" })))).toEqual({});
  });
});

describe("where a request has been", () => {
  it("follows each item by itself", () => {
    const visited = visitedOf([
      stay(1, "draft", 0, 1),
      stay(2, "draft", 0, 1),
      stay(1, "so_review", 1, 1),
      stay(2, "withdrawn", 1, null),
      stay(1, "dac_review", 2, null),
    ]);
    expect(visited.steps).toEqual(["draft", "so_review", "withdrawn", "dac_review"]);
    expect(visited.ways).toEqual([
      wayBetween("draft", "so_review"),
      wayBetween("draft", "withdrawn"),
      wayBetween("so_review", "dac_review"),
    ]);
  });
});
