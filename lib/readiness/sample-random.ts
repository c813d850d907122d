import fc from "fast-check";
import { PARTIES, PERSON_FUNCTIONS, REVIEW_STATUSES } from "../archives/lifecycle";
import { type Day, day } from "../dates/day";
import type {
  AccessUnitFacts,
  Claim,
  Holding,
  Naming,
  Pending,
  PersonFacts,
  TeamFacts,
  Track,
} from "./facts";
import { claim } from "./sample-facts";

/** For property tests: teams in which everything that can be recorded is, sense or not. */

/** Few days, so that ends and beginnings meet; around those from which dbGaP's rules bind. */
const DAYS = [
  ...["2025-01-23", "2025-01-24", "2025-01-25", "2025-01-26", "2025-02-10", "2025-02-11"],
  ...["2025-02-12", "2025-02-28", "2025-03-01", "2025-03-02", "2025-03-14", "2025-03-15"],
  ...["2025-04-03", "2025-04-04", "2025-04-05", "2025-06-01", "2025-06-02"],
].map(day);

export const anyDay: fc.Arbitrary<Day> = fc.constantFrom(...DAYS);

const UNITS = ["u1", "u2"];
const PEOPLE = ["ann", "bob"];
const LONG_AGO = day("2024-01-01");
const LONG_HELD = claim(LONG_AGO);
const NOTHING: Holding = { claims: [], pending: null };

/** `usual` five times in six, else anything. */
function rarely<T, U>(usual: U, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T | U> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: otherwise },
  );
}

export const anyClaim: fc.Arbitrary<Claim> = fc
  .record({
    from: anyDay,
    before: fc.option(anyDay),
    how: fc.constantFrom<Claim["end"]>("clock", "revoked", "closed", "replaced"),
    proof: fc.option(fc.constant("document")),
    isWaived: fc.boolean(),
    agreedOn: fc.option(anyDay, { nil: undefined }),
    confirmed: fc.option(fc.record({ on: anyDay, until: anyDay }), { nil: undefined }),
    settled: rarely(
      undefined,
      fc.record({ on: anyDay, as: fc.constantFrom<"revoked" | "closed">("revoked", "closed") }),
    ),
    unitId: rarely(undefined, fc.constantFrom(...UNITS)),
    requestId: rarely(undefined, fc.constantFrom("r0", "r1")),
    id: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ how, isWaived, id, ...rest }) => ({
    ...rest,
    ref: { kind: "qualification", id: `claim-${id}` },
    end: rest.before && how,
    ...(isWaived && { waived: { by: "Eva", why: "She knows" } }),
  }));

const anyPending: fc.Arbitrary<Pending> = fc.record({
  ref: fc.constant({ kind: "item" as const, id: "item" }),
  status: fc.constantFrom(...REVIEW_STATUSES),
  label: fc.constant("under way"),
  waitingOn: fc.constantFrom(...PARTIES),
  since: anyDay,
});

/** Often simply held, else anything. */
const anyHolding: fc.Arbitrary<Holding> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.option(anyPending).map((pending) => ({ claims: [LONG_HELD], pending })),
  },
  { weight: 1, arbitrary: fc.constant(NOTHING) },
  {
    weight: 4,
    arbitrary: fc.record({
      claims: fc.array(anyClaim, { maxLength: 3 }),
      pending: fc.option(anyPending),
    }),
  },
);

const holdings = (keys: readonly string[]) =>
  fc
    .tuple(...keys.map(() => anyHolding))
    .map((found) => new Map(keys.map((key, i) => [key, found[i] ?? NOTHING])));

const QUALIFICATIONS = ["physionet_credential", "citi_data_only", "gcp"];

const anyPerson = (id: string): fc.Arbitrary<PersonFacts> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    from: rarely(LONG_AGO, anyDay),
    before: rarely(null, anyDay),
    country: rarely("NL", fc.constantFrom("", "US", "CN")),
    identities: holdings(["physionet", "era_commons", "ega"]),
    qualifications: holdings([...QUALIFICATIONS, "identity_proof", "dbgap_own_approval"]),
  });

const anyUnit = (id: string, index: number): fc.Arbitrary<AccessUnitFacts> =>
  fc.record({
    id: fc.constant(id),
    archive: fc.constantFrom("physionet", "dbgap", "ega"),
    code: fc.constantFrom(`one/${index}.0`, `one/${index}.1`, `other/${index}.0`),
    accessClass: rarely("controlled", fc.constantFrom("credentialed", "click_through_dua", "open")),
    policy: fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom("restricted", "credentialed", "contributor_review"),
      },
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant("open") },
    ),
    consentCode: fc.constantFrom(null, "GRU", "GRU-IRB", "hmb-irb-mds", "DS-VIRB"),
    trainings: fc.constantFrom<string[][]>([], ["gcp"], ["citi_data_only"]),
    deprecatedOn: rarely(null, anyDay),
    embargoUntil: rarely(null, anyDay),
  });

const anyNaming: fc.Arbitrary<Naming> = fc.record({
  function: fc.oneof(
    fc.constantFrom("downloader", "external_collaborator", "supervised", "applicant"),
    fc.constantFrom(...PERSON_FUNCTIONS),
  ),
  from: rarely(null, anyDay),
  before: rarely(null, anyDay),
});

const anyTrack = (index: number): fc.Arbitrary<Track> =>
  fc.record({
    request: fc.option(fc.constant({ id: `r${index}`, number: index, ownerId: "owner" })),
    agreementId: fc.option(fc.constant("agreement")),
    personId: rarely(null, fc.constantFrom(...PEOPLE)),
    approval: anyHolding,
    agreement: anyHolding,
    people: fc
      .tuple(...PEOPLE.map(() => fc.array(anyNaming, { maxLength: 3 })))
      .map((namings) => new Map(PEOPLE.map((id, i) => [id, namings[i] ?? []]))),
    lead: fc.option(
      fc.record({
        id: fc.constant("pi"),
        from: rarely(LONG_AGO, anyDay),
        before: rarely(null, anyDay),
      }),
      { freq: 12 },
    ),
  });

const anyTracks: fc.Arbitrary<Track[]> = fc
  .integer({ min: 0, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyTrack(i))));

const anyRules = fc
  .record({ superviseesCovered: fc.boolean(), identityProofFrom: fc.option(anyDay) })
  .map((dbgap) => new Map([["dbgap", dbgap]]));

/** A team of two people and two units, and a day on which to ask. */
export const anyTeam: fc.Arbitrary<TeamFacts> = fc.record({
  people: fc.tuple(...PEOPLE.map(anyPerson)),
  units: fc.tuple(...UNITS.map(anyUnit)),
  institution: holdings(["sp800_171", "ethics_approval"]),
  tracks: fc
    .tuple(...UNITS.map(() => anyTracks))
    .map((tracks) => new Map(UNITS.map((id, i) => [id, tracks[i] ?? []]))),
  rules: anyRules,
});
