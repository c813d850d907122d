import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import { agreementClaim } from "./claims";
import { mustSignAgain } from "./signing";
import { AGREEMENT_STATES, isCurrent, stateOfAgreement } from "./state";
import { allVersions, linkVersions, type StoredAgreement } from "./version";

const stored = (facts: Partial<StoredAgreement> = {}): StoredAgreement => ({
  ...{ id: "first", startsOn: day("2026-01-01"), endsOn: day("2026-12-31"), endedOn: null },
  ...{ endedBy: null, documentId: null, replacesId: null, change: null, signatures: [], ...facts },
});

const signature = (by: string, held: string, signedOn: string) => ({
  ...{ id: by, personId: by === "DAC" ? null : by, signatory: by === "DAC" ? by : "" },
  ...{ function: held, signedOn: day(signedOn), documentId: null, grantId: null },
});

const major = (signatures: StoredAgreement["signatures"]) =>
  stored({
    ...{
      id: "next",
      startsOn: day("2026-07-01"),
      replacesId: "first",
      change: "major",
      signatures,
    },
  });

const signed = stored({
  signatures: [
    signature("DAC", "committee", "2026-01-01"),
    signature("cy", "legal_representative", "2026-01-01"),
    signature("bo", "authorised_personnel", "2026-01-02"),
  ],
});

function of(id: string, ...rows: StoredAgreement[]) {
  const row = linkVersions(rows).get(id);
  if (!row) throw new Error(`No ${id}`);
  return row;
}

describe("an agreement", () => {
  it.each([
    ["2025-12-31", "not_yet", "2026-01-01"],
    ["2026-01-01", "in_force", "2026-12-31"],
    ["2026-11-30", "in_force", "2026-12-31"],
    ["2026-12-01", "ending", "2026-12-31"],
    ["2026-12-31", "ending", "2026-12-31"],
    ["2027-01-01", "lapsed", "2027-01-01"],
  ])("of one year is on %s: %s", (on, state, shown) => {
    expect(stateOfAgreement(of("first", stored()), day(on))).toEqual({ state, on: shown });
  });

  it("that was taken back, or closed, is so from that day", () => {
    for (const [by, state] of [
      ["revoked", "revoked"],
      ["closed", "closed"],
      ["renewed", "replaced"],
    ] as const) {
      const row = of("first", stored({ endedOn: day("2026-05-01"), endedBy: by }));
      expect(stateOfAgreement(row, day("2026-04-30")).state).not.toBe(state);
      expect(stateOfAgreement(row, day("2026-05-01")).state).toBe(state);
    }
  });

  it("is replaced by its next version, which waits for the offices to sign it", () => {
    const rows = [signed, major([])];
    expect(stateOfAgreement(of("first", ...rows), day("2026-07-01")).state).toBe("replaced");
    const next = of("next", ...rows);
    expect(stateOfAgreement(next, day("2026-06-30")).state).toBe("not_yet");
    expect(stateOfAgreement(next, day("2026-07-01"))).toEqual({ state: "to_sign", on: null });
    expect(isCurrent(next, day("2026-07-01"))).toBe(true);
    // Its own last day comes all the same.
    expect(stateOfAgreement(next, day("2027-01-01")).state).toBe("lapsed");
  });

  it("has exactly one state on any day, and is in force exactly while its claim holds", () => {
    const anyDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day("2025-06-01"), n));
    const end = fc.option(anyDay);
    fc.assert(
      fc.property(end, end, anyDay, (endsOn, endedOn, on) => {
        const rows = [stored({ endsOn, endedOn, endedBy: "revoked" }), major([])];
        for (const row of linkVersions(rows).values()) {
          const { state } = stateOfAgreement(row, on);
          expect(AGREEMENT_STATES).toContain(state);
          const claim = agreementClaim(row);
          const holds =
            claim !== null && claim.from <= on && (claim.before === null || on < claim.before);
          expect(["in_force", "ending"].includes(state)).toBe(holds);
        }
      }),
    );
  });
});

describe("who must sign again", () => {
  const missing = (...signatures: StoredAgreement["signatures"][number][]) =>
    mustSignAgain(of("next", signed, major(signatures))).map(
      (who) => who.personId ?? who.signatory,
    );

  it("is everybody who signed the version before and not this one", () => {
    expect(missing()).toEqual(["DAC", "cy", "bo"]);
    expect(missing(signature("DAC", "committee", "2026-07-02"))).toEqual(["cy", "bo"]);
    expect(missing(signature("dora", "legal_representative", "2026-07-02"))).toEqual(["DAC", "bo"]);
    expect(missing(signature("bo", "authorised_personnel", "2026-07-02"))).toEqual(["DAC", "cy"]);
  });

  it("is nobody after a minor change", () => {
    expect(mustSignAgain(of("next", signed, { ...major([]), change: "minor" }))).toEqual([]);
    expect(mustSignAgain(of("first", signed, major([])))).toEqual([]);
  });
});

it("versions are told from any of them, oldest first", () => {
  const rows = [major([]), stored(), stored({ id: "third", replacesId: "next", change: "minor" })];
  for (const row of linkVersions(rows).values()) {
    expect(allVersions(row).map(({ id }) => id)).toEqual(["first", "next", "third"]);
  }
});
