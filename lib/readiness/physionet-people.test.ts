import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import { readiness } from "./readiness";
import {
  around,
  claim,
  factsOf,
  holding,
  inShort,
  type Pair,
  taken,
  waiting,
} from "./sample-facts";
import { ann, annWith, citi, pair, restricted } from "./sample-physionet";

const TODAY = day("2026-06-15");
const training = (holding: Parameters<typeof annWith>[1]) =>
  pair({ person: annWith("citi_data_only", holding) });
const credential = (holding: Parameters<typeof annWith>[1]) =>
  pair({ person: annWith("physionet_credential", holding) });

test.each<[string, Pair, string]>([
  ["its last day is open", training(citi("2026-06-15")), "ready_ending, until 2026-06-15"],
  [
    "the day after it is shut",
    training(citi("2026-06-14")),
    "blocked, training.citi_data_only: lapsed",
  ],
  [
    "30 days before its end it is ending",
    training(citi("2026-07-15")),
    "ready_ending, until 2026-07-15",
  ],
  ["31 days before its end it is not", training(citi("2026-07-16")), "ready, until 2026-07-16"],
  [
    "a first report in review is not missing",
    training(waiting("in_review", "archive")),
    "blocked, training.citi_data_only: in_review",
  ],
  [
    "a replacement in review keeps the old report valid to its end",
    training(waiting("in_review", "archive", [claim("2023-06-15", "2026-06-20")])),
    "ready_ending, until 2026-06-20",
  ],
  [
    "a replacement in review says so after the old report's end",
    training(waiting("in_review", "archive", [claim("2023-06-15", "2026-06-10")])),
    "blocked, training.citi_data_only: in_review",
  ],
  [
    "a refused replacement leaves the old report alone",
    training(waiting("rejected", "nobody", [claim("2023-06-15", "2026-12-31")])),
    "ready, until 2026-12-31",
  ],
  [
    "a refused report is refused",
    training(waiting("rejected", "nobody")),
    "blocked, training.citi_data_only: rejected",
  ],
  [
    "a withdrawn report is none",
    training(waiting("withdrawn", "nobody")),
    "blocked, training.citi_data_only: missing",
  ],
  [
    "a planned report is incomplete",
    training(waiting("draft", "holder")),
    "blocked, training.citi_data_only: incomplete",
  ],
  [
    "a renewal the day after carries on",
    training(holding(claim("2023-06-15", "2026-06-20"), claim("2026-06-21", "2029-06-20"))),
    "ready, until 2029-06-20",
  ],
  [
    "a renewal that overlaps carries on",
    training(holding(claim("2023-06-15", "2026-06-20"), claim("2026-05-01", "2029-04-30"))),
    "ready, until 2029-04-30",
  ],
  [
    "a gap of one day ends it before the gap",
    training(holding(claim("2023-06-15", "2026-06-20"), claim("2026-06-22"))),
    "ready_ending, until 2026-06-20",
  ],
  [
    "in a gap what is to come is said, not what was",
    training(holding(claim("2023-06-15", "2026-06-10"), claim("2026-06-22"))),
    "blocked, training.citi_data_only: not_yet",
  ],
  [
    "a waiver holds",
    training(holding(claim("2024-01-01", null, { waived: { by: "Eva", why: "Teaches it" } }))),
    "ready",
  ],
  [
    "one that ended before it began has lapsed",
    training(holding({ ...claim("2026-06-10", "2026-06-20"), before: day("2026-06-01") })),
    "blocked, training.citi_data_only: lapsed",
  ],

  // Credentialing has no clock.
  [
    "a credential with its reference blocks",
    credential(waiting("in_review", "reference")),
    "blocked, credentialing: in_review",
  ],
  [
    "a revoked credential revokes what it carried",
    credential(holding(taken("2024-01-01", "2026-06-15"))),
    "revoked, credentialing: revoked",
  ],
  [
    "the day before the revocation is open",
    credential(holding(taken("2024-01-01", "2026-06-16"))),
    "ready_ending, until 2026-06-15",
  ],
  [
    "without a signature a revoked credential blocks",
    { ...credential(holding(taken("2024-01-01", "2026-06-15"))), tracks: [] },
    "blocked, credentialing: revoked, signature: missing",
  ],
  [
    "a revoked credential is nothing to restricted data",
    { ...credential(holding(taken("2024-01-01", "2026-06-15"))), unit: restricted },
    "ready",
  ],
  ["access stays with who left the team", pair({ person: ann({}, "2026-01-01") }), "ready"],
])("PhysioNet, what Ann holds: %s", (_, facts, expected) => {
  expect(inShort(readiness(factsOf(facts), TODAY))).toBe(expected);
});

test("around the end of a training: open, open on its last day, shut", () => {
  const facts = factsOf(training(citi("2026-06-15")));
  expect(around("2026-06-15").map((on) => readiness(facts, on).status)).toEqual([
    "ready_ending",
    "ready_ending",
    "blocked",
  ]);
});

test("around the beginning of a training: shut, open on its first day, open", () => {
  const later = factsOf(training(holding(claim("2026-06-15"))));
  expect(around("2026-06-15").map((on) => inShort(readiness(later, on)))).toEqual([
    "blocked, training.citi_data_only: not_yet",
    "ready",
    "ready",
  ]);
});

test("the end names the gate, the claim and its clock", () => {
  const verdict = readiness(factsOf(training(citi("2026-12-31"))), TODAY);
  expect(verdict.endsBy).toMatchObject({
    gate: { id: "training.citi_data_only" },
    claim: { clock: "the report's own end", before: "2027-01-01" },
  });
});

test("the longest of several claims is shown, what is held before what is waived", () => {
  const waived = claim("2024-01-01", null, { waived: { by: "Eva", why: "Teaches it" } });
  const short = claim("2024-02-01", "2026-12-31");
  const long = claim("2024-03-01", "2027-12-31");
  const verdict = readiness(factsOf(training(holding(waived, short, long))), TODAY);
  const shown = verdict.held.find(({ gate }) => gate.id === "training.citi_data_only");
  expect(shown?.claim).toBe(long);
  expect(inShort(verdict)).toBe("ready");
});

describe("beside the verdict", () => {
  const remarks = (facts: Pair, on = TODAY) =>
    readiness(factsOf(facts), on).remarks.map(({ code, gate, on }) => `${gate?.id}: ${code} ${on}`);

  test("a replacement in review is told while the old report holds, and not after", () => {
    const facts = training(waiting("in_review", "archive", [claim("2023-06-15", "2026-06-20")]));
    expect(remarks(facts)).toEqual(["training.citi_data_only: replacement_in_review 2026-06-01"]);
    expect(remarks(facts, day("2026-06-21"))).toEqual([]);
  });

  test("who left the team is told to keep their own access", () => {
    const facts = pair({ person: ann({}, "2026-06-15") });
    expect(remarks(facts, day("2026-06-14"))).toEqual([]);
    expect(remarks(facts)).toEqual(["signature: personal_access_stays 2026-06-14"]);
  });

  test("a report whose own end the team does not count is told once it is over", () => {
    const uncounted = { before: TODAY, clock: "the report's own end" };
    const facts = training(holding(claim("2023-06-15", null, { uncounted })));
    expect(remarks(facts, day("2026-06-14"))).toEqual([]);
    expect(remarks(facts)).toEqual(["training.citi_data_only: report_ended 2026-06-14"]);
    expect(inShort(readiness(factsOf(facts), TODAY))).toBe("ready");
  });
});
