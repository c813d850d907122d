import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import type { QualificationFacts } from "./qualification-checks";
import { readMove } from "./qualification-move";
import { typeById } from "./qualification-types";
import { SAMPLE_TRAINING } from "./sample-types";

const CALENDAR = { today: day("2026-11-22"), latest: day("2026-11-23") };

const facts = (change: Partial<QualificationFacts> = {}): QualificationFacts => ({
  ...{ step: "planned", stepSince: day("2026-11-20"), reference: "", answers: {} },
  ...{ completedOn: null, startsOn: null, reportEndsOn: null, endsOn: null },
  ...{ endedOn: null, endedBy: null, ...change },
});
const held = facts({ step: "accepted", stepSince: day("2026-03-01"), startsOn: day("2026-03-01") });

const move = (id: string, from: QualificationFacts, typed: Record<string, string> = {}) => {
  const found = SAMPLE_TRAINING.lifecycle.moves.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return readMove(SAMPLE_TRAINING, from, found, typed, CALENDAR);
};

describe("a move", () => {
  it("changes the step on the day it happened, and keeps what was told", () => {
    const typed = { on: "2026-11-01", completedOn: "2026-10-30", reportEndsOn: "2029-10-30" };
    expect(move("send", facts(), typed)).toEqual({
      ok: true,
      value: {
        facts: facts({
          ...{ step: "in_review", stepSince: day("2026-11-01") },
          ...{ completedOn: day("2026-10-30"), reportEndsOn: day("2029-10-30") },
        }),
        answers: typed,
        on: "2026-11-01",
      },
    });
  });

  it("that asks for no day happened today, and loses no day that was told before", () => {
    const from = facts({ step: "in_review", completedOn: day("2026-10-30") });
    expect(move("note", from)).toMatchObject({
      value: { on: "2026-11-22", facts: { step: "sent_back", completedOn: "2026-10-30" } },
    });
  });

  it("into an approved step makes it hold from that day", () => {
    const typed = { on: "2026-11-21", endsOn: "2027-11-20", reference: "R-7" };
    expect(move("accept", facts(), typed)).toMatchObject({
      value: { facts: { startsOn: "2026-11-21", endsOn: "2027-11-20", reference: "R-7" } },
    });
  });

  it.each([
    ["revoke", "revoked"],
    ["give_up", "given_up"],
  ])("out of one by %s ends it on that day and keeps from when it held", (id, endedBy) => {
    expect(move(id, held, { on: "2026-11-21" })).toMatchObject({
      value: { facts: { startsOn: "2026-03-01", endedOn: "2026-11-21", endedBy } },
    });
  });

  it("that leads nowhere near an approval touches no day of it", () => {
    const from = facts({ step: "in_review" });
    expect(move("reject", from, { on: "2026-11-21" })).toMatchObject({
      value: { facts: { startsOn: null, endedOn: null, endedBy: null } },
    });
  });

  it.each([
    ["without its day", "send", facts(), {}, "on", "Choose a day."],
    ["to come", "send", facts(), { on: "2026-11-24" }, "on", "still to come"],
    ["before its step", "revoke", held, { on: "2026-02-28" }, "on", "before the one on which"],
    [
      "into a hold before completion",
      "accept",
      facts({ completedOn: day("2026-11-21") }),
      { on: "2026-11-20" },
      "on",
      "before it was completed",
    ],
    [
      "with an end before the start",
      "accept",
      facts(),
      { on: "2026-11-20", endsOn: "2026-11-19" },
      "endsOn",
      "before the day from which",
    ],
    [
      "with a report that ends before completion",
      "send",
      facts(),
      { on: "2026-11-20", completedOn: "2026-11-19", reportEndsOn: "2026-11-18" },
      "reportEndsOn",
      "before the day of completion",
    ],
    [
      "with a wrong number",
      "accept",
      facts(),
      { on: "2026-11-20", reference: "7" },
      "reference",
      "R-123",
    ],
  ])("%s is refused at the question", (_what, id, from, typed, field, sentence) => {
    const message = expect.stringContaining(sentence);
    expect(move(id, from, typed as Record<string, string>)).toEqual({ ok: false, field, message });
  });

  it("with the address of a certificate is refused with the way to the report", () => {
    const citi = typeById("citi_data_only");
    const upload = citi?.lifecycle.moves.find(({ id }) => id === "upload");
    if (!citi || !upload) throw new Error("gone");
    const typed = { on: "2026-11-20", reference: "https://www.citiprogram.org/verify/?w04e73368" };
    expect(readMove(citi, facts({ step: "to_send" }), upload, typed, CALENDAR)).toEqual({
      ok: false,
      field: "reference",
      message: expect.stringContaining("completion report"),
    });
  });
});
