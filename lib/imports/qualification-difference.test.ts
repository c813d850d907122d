import { describe, expect, it } from "vitest";
import type { QualificationEntry } from "../archives/status-import";
import { day } from "../dates/day";
import type { Outcome } from "./change";
import { differ } from "./difference";
import { indexState, type TeamState } from "./state";

const SEEN = { kind: "physionet_training", on: day("2026-11-22"), personId: "p1" } as const;

const fieldsOf = (outcome: Outcome) =>
  outcome.state === "refused"
    ? outcome.reason
    : outcome.change.fields.map(({ field, before, after }) => `${field}: ${before} > ${after}`);

describe("what a person holds", () => {
  const held = (step: string, startsOn: string | null) => ({
    ...{ id: "q1", personId: "p1", type: "citi_data_only", step, completedOn: null, version: 1 },
    ...{ stepSince: day("2024-01-03"), startsOn: startsOn === null ? null : day(startsOn) },
  });
  const training = (change: Partial<QualificationEntry> = {}): QualificationEntry => ({
    ...{ kind: "qualification", at: "line 1", words: "CITI", archive: "physionet", person: null },
    ...{ type: "citi_data_only", step: "accepted", fits: [], on: null, startsOn: null },
    ...{ completedOn: null, reportEndsOn: null, endsOn: null, reference: null, expired: false },
    ...change,
  });
  const people = [{ id: "p1", name: "Ana", email: null }];
  const read = (
    one: QualificationEntry,
    qualifications: TeamState["qualifications"],
    choice = {},
  ) =>
    differ(
      one,
      choice,
      SEEN,
      indexState({ units: [], requests: [], people, identities: [], qualifications }),
    );

  it("asks since when it holds, and keeps what is known", () => {
    expect(read(training(), [])).toMatchObject({ plan: null });
    expect(read(training(), [], { startsOn: day("2024-01-03") })).toMatchObject({
      plan: { type: "citi_data_only", step: "accepted", startsOn: "2024-01-03" },
    });
    expect(read(training(), [held("accepted", "2024-01-03")])).toMatchObject({
      state: "unchanged",
    });
  });

  it("leaves what holds alone while a new one is in review", () => {
    const outcome = read(training({ step: "in_review" }), [held("accepted", "2024-01-03")]);
    expect(outcome).toMatchObject({ state: "changes", plan: { row: null, step: "in_review" } });
  });

  it("moves the one that is in review", () => {
    const accepted = training({ startsOn: day("2026-11-01") });
    const outcome = read(accepted, [held("in_review", null)]);
    expect(fieldsOf(outcome)).toEqual([
      "step: In review > Accepted",
      "startsOn: null > 2026-11-01",
    ]);
  });
});
