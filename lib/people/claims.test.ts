import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { holdingOf, type IdentityRow, identityHolding } from "./claims";
import { sampleRow, SAMPLE_TRAINING as TYPE } from "./sample-types";

const RULES = { countReportEnd: true, trainingDays: null };
const hold = (rows: Parameters<typeof sampleRow>[0][], rules: typeof RULES | object = RULES) =>
  holdingOf(
    TYPE,
    rows.map((row, index) => sampleRow({ id: `row-${index}`, ...row })),
    { ...RULES, ...rules },
  );
const from = day("2026-03-01");

describe("an accepted row", () => {
  it("holds from its first day, without end and unproved while nothing else is known", () => {
    expect(hold([{}])).toEqual({
      claims: [
        {
          ref: { kind: "qualification", id: "row-0" },
          ...{ from, before: null, end: null, proof: null },
        },
      ],
      pending: null,
    });
  });

  it("holds from the day it was accepted where its first day was not noted", () => {
    expect(hold([{ startsOn: null }]).claims).toMatchObject([{ from }]);
  });

  it("names its proof and what alone it counts for", () => {
    const row = { documentId: "paper", unitId: "unit", requestId: "request" };
    const claim = { proof: "paper", unitId: "unit", requestId: "request" };
    expect(hold([row]).claims).toMatchObject([claim]);
  });

  it.each([
    ["the report's last day", { reportEndsOn: "2026-08-31" }, {}, "2026-09-01", "report's own"],
    ["the stated last day", { endsOn: "2026-08-31" }, {}, "2026-09-01", "stated end"],
    ["days after its start", {}, { trainingDays: 1095 }, "2029-03-01", "archive's time"],
    ["no days at all", {}, { trainingDays: 0 }, "2026-03-02", "archive's time"],
    [
      "the earliest of all",
      { reportEndsOn: "2026-08-31", endsOn: "2026-08-30" },
      { trainingDays: 365 },
      "2026-08-31",
      "stated end",
    ],
    [
      "the first clock where two end together",
      { reportEndsOn: "2026-08-31", endsOn: "2026-08-31" },
      {},
      "2026-09-01",
      "report's own",
    ],
    [
      "no report that does not count",
      { reportEndsOn: "2026-08-31", endsOn: "2027-08-31" },
      { countReportEnd: false },
      "2027-09-01",
      "stated end",
    ],
  ])("ends with %s, that day included", (_what, days, rules, before, clock) => {
    expect(hold([days as object], rules).claims).toEqual([
      expect.objectContaining({
        from,
        before,
        end: "clock",
        clock: expect.stringContaining(clock),
      }),
    ]);
  });

  it("says which clock would have ended it, were it counted", () => {
    const row = { reportEndsOn: day("2026-08-31"), endsOn: day("2027-08-31") };
    const uncounted = { before: "2026-09-01", clock: "the report's own end" };
    expect(hold([row], { countReportEnd: false }).claims).toMatchObject([{ uncounted }]);
    expect(hold([row]).claims[0]).not.toHaveProperty("uncounted");
  });

  it.each([
    ["revoked", "revoked"],
    ["given_up", "closed"],
    ["unknown", "closed"],
  ])("that ended by %s keeps the time it held, and holds no longer from that day on", (by, end) => {
    const row = { step: by, endedOn: day("2026-06-01"), endedBy: by, endsOn: day("2026-12-31") };
    const { claims, pending } = hold([row]);
    expect(claims).toMatchObject([{ from, before: "2026-06-01", end }]);
    expect(claims[0]?.clock).toBeUndefined();
    expect(pending).toBeNull();
  });

  it("that had run out before it was revoked ended by its clock", () => {
    const row = { step: "revoked", endedBy: "revoked", endsOn: day("2026-05-01") };
    expect(hold([{ ...row, endedOn: day("2026-05-03") }]).claims[0]?.end).toBe("clock");
    expect(hold([{ ...row, endedOn: day("2026-05-02") }]).claims[0]?.end).toBe("revoked");
  });

  it("that ended before it began holds on no day, and is over at its end", () => {
    const early = day("2026-01-31");
    expect(hold([{ reportEndsOn: early }]).claims).toMatchObject([
      { from: "2026-02-01", before: "2026-02-01", end: "clock" },
    ]);
    const revoked = { step: "revoked", endedBy: "revoked", endedOn: early };
    expect(hold([revoked]).claims).toMatchObject([{ from: early, before: early, end: "revoked" }]);
  });
});

describe("a waived row", () => {
  const waived = {
    ...{ step: "planned", startsOn: null, documentId: "paper" },
    ...{ waivedOn: day("2026-04-01"), waivedUntil: day("2026-04-30") },
    ...{ waivedBy: "Ana Silva", waivedWhy: "Course full until May" },
  };

  it("holds until its last day, and says who waived it and why", () => {
    expect(hold([waived])).toEqual({
      claims: [
        {
          ref: { kind: "qualification", id: "row-0" },
          ...{ from: "2026-04-01", before: "2026-05-01", end: "clock", proof: null },
          clock: "the waiver's last day",
          waived: { by: "Ana Silva", why: "Course full until May" },
        },
      ],
      // Nobody began it: the row stands for the waiver alone.
      pending: null,
    });
  });

  it("may be under way all the same", () => {
    expect(hold([{ ...waived, step: "in_review" }]).pending).toMatchObject({ status: "in_review" });
  });

  it("counts nothing where nobody may waive", () => {
    const strict = { ...TYPE, neverWaived: true };
    expect(holdingOf(strict, [sampleRow(waived)], RULES).claims).toEqual([]);
  });
});

describe("several rows", () => {
  const old = { endsOn: day("2026-08-31") };
  const since = (text: string, step: string) => ({
    ...{ step, stepSince: day(text), startsOn: null },
  });

  it("a replacement in review leaves the old one as it is", () => {
    const both = hold([since("2026-08-01", "in_review"), old]);
    expect(both.claims).toEqual(hold([since("2026-08-01", "withdrawn"), old]).claims);
    expect(both.claims).toHaveLength(1);
    expect(both.pending).toEqual({
      ref: { kind: "qualification", id: "row-0" },
      status: "in_review",
      label: "in review",
      waitingOn: "archive",
      since: "2026-08-01",
    });
  });

  it("what lies with others is told before what we have only begun, the newest first", () => {
    const rows = [
      since("2026-08-09", "planned"),
      since("2026-08-08", "sent_back"),
      since("2026-08-01", "in_review"),
      since("2026-08-02", "in_review"),
    ];
    expect(hold(rows).pending?.ref.id).toBe("row-3");
    expect(hold(rows.slice(0, 2)).pending?.ref.id).toBe("row-1");
  });

  it("a rejected one is told only where nothing came after it", () => {
    const rejected = since("2026-07-01", "rejected");
    expect(hold([rejected]).pending).toMatchObject({ status: "rejected", since: "2026-07-01" });
    expect(hold([rejected, old]).pending).toMatchObject({ status: "rejected" });
    expect(hold([rejected, since("2026-06-01", "in_review")]).pending?.status).toBe("in_review");
    expect(hold([since("2026-02-01", "rejected"), old]).pending).toBeNull();
  });

  it("a withdrawn one, and one whose step nobody knows, count for nothing", () => {
    const nothing = { claims: [], pending: null };
    expect(hold([since("2026-07-01", "withdrawn"), since("2026-07-01", "gone")])).toEqual(nothing);
    expect(hold([])).toEqual(nothing);
  });

  it("stand in the order in which they begin, whatever order they came in", () => {
    const rows = [
      { startsOn: day("2027-01-01") },
      old,
      { endsOn: day("2026-07-31") },
      { startsOn: day("2025-01-01") },
    ];
    const ids = hold(rows).claims.map(({ ref }) => ref.id);
    expect(ids).toEqual(["row-3", "row-2", "row-1", "row-0"]);
  });
});

describe("identities", () => {
  const identity = (change: Partial<IdentityRow>): IdentityRow => ({
    ...{ id: "id", recordedOn: day("2026-01-10"), verifiedOn: null, endsOn: null },
    ...{ documentId: null, ...change },
  });

  it("hold from the day of verifying until their last day", () => {
    const row = identity({ verifiedOn: from, endsOn: day("2026-12-31"), documentId: "paper" });
    expect(identityHolding([row])).toEqual({
      claims: [
        {
          ref: { kind: "identity", id: "id" },
          ...{ from, before: "2027-01-01", end: "clock", proof: "paper" },
        },
      ],
      pending: null,
    });
  });

  it("that nobody verified are written down and no more, whatever end they name", () => {
    expect(identityHolding([identity({ endsOn: day("2026-12-31") })])).toEqual({
      claims: [],
      pending: {
        ref: { kind: "identity", id: "id" },
        ...{ status: "draft", label: "not verified", waitingOn: "holder", since: "2026-01-10" },
      },
    });
  });

  it("that ended before they were verified hold on no day", () => {
    const row = identity({ verifiedOn: from, endsOn: day("2026-01-31") });
    expect(identityHolding([row]).claims).toMatchObject([
      { from: "2026-02-01", before: "2026-02-01" },
    ]);
  });
});
