import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../dates/day";
import type { Claim } from "../readiness/facts";
import {
  agreedOn,
  agreementClaim,
  agreementNaming,
  agreementPending,
  signatureClaim,
} from "./claims";
import { linkVersions, type SignatureRow, type StoredAgreement } from "./version";

const signature = (by: string, held: string, signedOn: string): SignatureRow => ({
  ...{ id: `${by} ${held}`, personId: by === "DAC" ? null : by, signatory: by === "DAC" ? by : "" },
  ...{ function: held, signedOn: day(signedOn), documentId: null, grantId: null },
});

const stored = (facts: Partial<StoredAgreement> = {}): StoredAgreement => ({
  ...{ id: "first", startsOn: day("2026-01-01"), endsOn: null, endedOn: null, endedBy: null },
  ...{ documentId: null, replacesId: null, change: null, signatures: [] },
  ...facts,
});

const next = (change: "major" | "minor", facts: Partial<StoredAgreement> = {}) =>
  stored({ id: "next", startsOn: day("2027-01-01"), replacesId: "first", change, ...facts });

/** The named one of a chain of versions. */
function of(id: string, ...rows: StoredAgreement[]) {
  const row = linkVersions(rows).get(id);
  if (!row) throw new Error(`No ${id}`);
  return row;
}

const ends = (claim: Claim | null) => claim && [claim.from, claim.before, claim.end];

describe("an agreement in force", () => {
  it.each([
    ["without an end", {}, null, null],
    ["to its last day", { endsOn: day("2026-12-31") }, "2027-01-01", "clock"],
    ["to the day it was taken back", ended("2026-06-01", "revoked"), "2026-06-01", "revoked"],
    ["to the day it was closed", ended("2026-06-01", "closed"), "2026-06-01", "closed"],
    ["to the day it was agreed anew", ended("2026-06-01", "renewed"), "2026-06-01", "replaced"],
    [
      "to its last day, though taken back later",
      { endsOn: day("2026-03-31"), ...ended("2026-06-01", "revoked") },
      "2026-04-01",
      "clock",
    ],
    [
      "to the day it was taken back, when its time ended then too",
      { endsOn: day("2026-05-31"), ...ended("2026-06-01", "revoked") },
      "2026-06-01",
      "revoked",
    ],
  ] as const)("lasts %s", (_how, facts, before, end) => {
    expect(ends(agreementClaim(of("first", stored(facts))))).toEqual(["2026-01-01", before, end]);
  });

  it("gives way to its next version without a gap", () => {
    for (const change of ["major", "minor"] as const) {
      const chain = [stored(), next(change)];
      expect(ends(agreementClaim(of("first", ...chain)))).toEqual([
        ...["2026-01-01", "2027-01-01", "replaced"],
      ]);
      expect(ends(agreementClaim(of("next", ...chain)))).toEqual(["2027-01-01", null, null]);
    }
  });

  it("is proved by its stored copy", () => {
    const row = of("first", stored({ documentId: "copy" }));
    expect(agreementClaim(row)).toMatchObject({
      ref: { kind: "agreement", id: "first" },
      proof: "copy",
    });
  });
});

describe("a version that must be signed again", () => {
  const before = stored({
    signatures: [
      signature("cy", "legal_representative", "2026-01-01"),
      signature("DAC", "committee", "2026-01-05"),
      signature("bo", "authorised_personnel", "2026-01-07"),
    ],
  });
  const signed = (...signatures: SignatureRow[]) =>
    of("next", before, next("major", { signatures }));

  it("is not in force while an office has not signed, and says with whom it lies", () => {
    expect(agreementClaim(signed())).toBeNull();
    expect(agreementPending(signed())).toMatchObject({
      ...{ status: "internal_signoff", waitingOn: "legal_representative", since: "2027-01-01" },
    });
    const byUs = signed(
      signature("dora", "legal_representative", "2027-01-10"),
      signature("bo", "authorised_personnel", "2027-01-11"),
    );
    expect(agreementClaim(byUs)).toBeNull();
    expect(agreementPending(byUs)).toMatchObject({ status: "in_review", waitingOn: "dac" });
  });

  it("is in force from the day of the last office's signature, whoever holds the office", () => {
    const row = signed(
      signature("dora", "legal_representative", "2027-01-10"),
      signature("DAC", "committee", "2027-01-20"),
    );
    expect(ends(agreementClaim(row))).toEqual(["2027-01-20", null, null]);
    expect(agreementPending(row)).toBeNull();
  });

  it("is in force from its start when all signed earlier", () => {
    const row = signed(
      signature("cy", "legal_representative", "2026-12-01"),
      signature("DAC", "committee", "2026-12-02"),
    );
    expect(ends(agreementClaim(row))).toEqual(["2027-01-01", null, null]);
  });

  it("keeps waiting through a minor version, and is in force in it once signed", () => {
    const major = next("major", {
      signatures: [signature("DAC", "committee", "2027-01-02")],
    });
    const minor = (signatures: SignatureRow[]) =>
      stored({
        ...{ id: "minor", startsOn: day("2027-06-01"), replacesId: "next", change: "minor" },
        signatures,
      });
    expect(agreementClaim(of("minor", before, major, minor([])))).toBeNull();
    const late = minor([signature("cy", "legal_representative", "2027-07-01")]);
    expect(ends(agreementClaim(of("minor", before, major, late)))).toEqual([
      ...["2027-07-01", null, null],
    ]);
  });
});

describe("a signature", () => {
  const given = signature("ana", "applicant", "2026-02-01");

  it("lasts as long as its agreement, from the day it was given", () => {
    const row = of("first", stored({ endsOn: day("2026-12-31") }));
    expect(ends(signatureClaim(given, row, null))).toEqual(["2026-02-01", "2027-01-01", "clock"]);
  });

  it("given before the agreement begins holds from then", () => {
    const early = signature("ana", "applicant", "2025-12-01");
    expect(ends(signatureClaim(early, of("first", stored()), null))?.[0]).toBe("2026-01-01");
  });

  it("carries over to a minor version, with that one's end, and not to a major one", () => {
    const minor = next("minor", { endsOn: day("2027-12-31") });
    const end = (...rows: StoredAgreement[]) =>
      ends(signatureClaim(given, of("first", ...rows), null))?.slice(1);
    expect(end(stored(), minor)).toEqual(["2028-01-01", "clock"]);
    expect(end(stored({ endsOn: day("2026-12-31") }), minor)).toEqual(["2028-01-01", "clock"]);
    expect(end(stored(), next("major"))).toEqual(["2027-01-01", "replaced"]);
    const third = stored({
      ...{ id: "third", startsOn: day("2027-07-01"), replacesId: "next", change: "major" },
    });
    expect(end(stored(), minor, third)).toEqual(["2027-07-01", "replaced"]);
  });

  it("does not jump over a time without agreement", () => {
    const rows = [stored({ endsOn: day("2026-06-30") }), next("minor")];
    expect(ends(signatureClaim(given, of("first", ...rows), null))?.slice(1)).toEqual([
      ...["2026-07-01", "clock"],
    ]);
  });

  it("that is an approval takes its time, its end and its proof", () => {
    const grant: Claim = {
      ref: { kind: "grant", id: "grant" },
      ...{ from: day("2026-03-01"), before: day("2026-09-01"), end: "revoked", proof: "letter" },
      confirmed: { on: day("2026-05-01"), until: day("2026-05-31") },
    };
    expect(signatureClaim(given, of("first", stored()), grant)).toEqual({
      ...grant,
      ref: { kind: "signature", id: given.id },
      agreedOn: "2026-02-01",
    });
    const rows = [stored(), next("major", { startsOn: day("2026-06-01") })];
    expect(ends(signatureClaim(given, of("first", ...rows), grant))?.slice(1)).toEqual([
      ...["2026-06-01", "replaced"],
    ]);
  });
});

describe("a name in an agreement", () => {
  const named = { function: "authorised_personnel", startsOn: day("2026-02-01"), endsOn: null };

  it("counts from the agreement's start to its own last day or the next version", () => {
    const row = of("first", stored(), next("minor"));
    expect(agreementNaming(named, row)).toMatchObject({ from: "2026-02-01", before: "2027-01-01" });
    const leaving = { ...named, endsOn: day("2026-06-30") };
    expect(agreementNaming(leaving, row)).toMatchObject({ before: "2026-07-01" });
    const early = { ...named, startsOn: day("2020-01-01") };
    expect(agreementNaming(early, of("first", stored()))).toMatchObject({
      ...{ from: "2026-01-01", before: null },
    });
  });
});

describe("versions in a row", () => {
  const anyDay = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(day("2024-01-01"), n));

  it("never leave a day to two of them, nor one between to none", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyDay, { minLength: 2, maxLength: 5 }),
        fc.constantFrom("major" as const, "minor" as const),
        anyDay,
        (days, change, on) => {
          const rows = days.toSorted().map((startsOn, index) =>
            stored({
              ...{ id: `${index}`, startsOn, change: index === 0 ? null : change },
              replacesId: index === 0 ? null : `${index - 1}`,
            }),
          );
          const holding = [...linkVersions(rows).values()]
            .map(agreementClaim)
            .filter((c) => c !== null && c.from <= on && (c.before === null || on < c.before));
          expect(holding).toHaveLength(on < (rows[0]?.startsOn ?? on) ? 0 : 1);
        },
      ),
    );
  });
});

it("an approval rests on the newest agreement made by its decision", () => {
  const rows = [...linkVersions([stored(), next("major")]).values()];
  expect(agreedOn(day("2026-12-31"), rows)).toBe("2026-01-01");
  expect(agreedOn(day("2027-01-01"), rows)).toBe("2027-01-01");
  expect(agreedOn(day("2025-12-31"), rows)).toBe("2025-12-31");
});

function ended(endedOn: string, endedBy: string) {
  return { endedOn: day(endedOn), endedBy };
}
