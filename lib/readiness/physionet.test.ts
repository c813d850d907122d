import { expect, test } from "vitest";
import { day } from "../dates/day";
import { readiness } from "./readiness";
import {
  claim,
  factsOf,
  HELD,
  holding,
  inShort,
  NOTHING,
  type Pair,
  person,
  taken,
  waiting,
} from "./sample-facts";
import {
  ann,
  annWith,
  bare,
  contributor,
  pair,
  restricted,
  signed,
  version,
} from "./sample-physionet";

const open = version({ policy: "open", accessClass: "open" });
const former = version({ id: "2.2", code: "mimiciv/2.2" });
const bob = { ...ann(), id: "bob" };
const ALL_MISSING =
  "account: missing, credentialing: missing, training.citi_data_only: missing, signature: missing";

test.each<[string, Pair, string]>([
  ["open data are open to anybody", pair({ person: bare, unit: open, tracks: [] }), "ready"],
  [
    "open data whose files are gone are closed",
    pair({ unit: { ...open, deprecatedOn: day("2026-06-01") } }),
    "closed, files: deprecated",
  ],
  [
    "restricted data need no credential and no training",
    pair({ person: person("ann", { identities: { physionet: HELD } }), unit: restricted }),
    "ready",
  ],
  [
    "restricted data need an account and a signature",
    pair({ person: bare, unit: restricted, tracks: [] }),
    "never, account: missing, signature: missing",
  ],
  ["all of it opens credentialed data without an end", pair(), "ready"],
  ["nothing at all is never", pair({ person: bare, tracks: [] }), `never, ${ALL_MISSING}`],
  ["all but the signature is blocked", pair({ tracks: [] }), "blocked, signature: missing"],
  [
    "an account alone is a beginning",
    pair({ person: person("ann", { identities: { physionet: HELD } }), tracks: [] }),
    `blocked, ${ALL_MISSING.slice("account: missing, ".length)}`,
  ],
  [
    "a signature before the training is blocked, not never",
    pair({ person: annWith("citi_data_only", NOTHING) }),
    "blocked, training.citi_data_only: missing",
  ],
  [
    "an account that nobody verified is one by itself",
    pair({ person: annWith("physionet", waiting("draft", "holder")) }),
    "blocked, account: unverified",
  ],
  [
    "an account that nobody verified is a beginning",
    pair({
      person: person("ann", { identities: { physionet: waiting("draft", "holder") } }),
      unit: restricted,
      tracks: [],
    }),
    "blocked, account: unverified, signature: missing",
  ],
  [
    "HiRID asks for a second training",
    pair({ unit: version({ trainings: ["gcp"] }) }),
    "blocked, training.gcp: missing",
  ],
  [
    "both trainings open it",
    pair({ person: annWith("gcp", HELD), unit: version({ trainings: ["gcp"] }) }),
    "ready",
  ],
  [
    "without a policy the class decides",
    pair({ unit: version({ policy: null }), tracks: [] }),
    "blocked, signature: missing",
  ],
  [
    "without a policy a committee means its own review",
    pair({ unit: version({ policy: null, accessClass: "controlled" }), tracks: [] }),
    "never, request: missing",
  ],

  // A signature is of one person and one version.
  ["Bob may not use Ann's signature", pair({ person: bob }), "blocked, signature: missing"],
  [
    "2.2 signed by Ann does not open 3.1 to her",
    pair({ tracks: [], others: [{ unit: former, tracks: signed() }] }),
    "blocked, signature: other_version",
  ],
  [
    "2.2 signed by Ann opens 2.2 to her",
    pair({ unit: former, others: [{ unit: version(), tracks: [] }] }),
    "ready",
  ],
  [
    "2.2 signed by Ann does not open 2.2 to Bob",
    pair({ person: bob, unit: former }),
    "blocked, signature: missing",
  ],
  [
    "another project's signature is no other version",
    pair({
      tracks: [],
      others: [{ unit: version({ id: "x", code: "eicu/2.0" }), tracks: signed() }],
    }),
    "blocked, signature: missing",
  ],
  [
    "a draft for this version says more than the old one",
    pair({
      tracks: signed(waiting("draft", "holder")),
      others: [{ unit: former, tracks: signed() }],
    }),
    "blocked, signature: incomplete",
  ],
  [
    "a signature of next week is not one yet",
    pair({ tracks: signed(holding(claim("2026-06-22"))) }),
    "blocked, signature: not_yet",
  ],

  // Contributor review.
  ["an accepted request opens", pair({ unit: contributor }), "ready"],
  [
    "accepted for 0 days means for ever",
    pair({ unit: contributor, tracks: signed(holding(claim("2000-01-01"))) }),
    "ready",
  ],
  [
    "accepted and past its duration is lapsed",
    pair({ unit: contributor, tracks: signed(holding(claim("2026-06-01", "2026-06-14"))) }),
    "lapsed, request: lapsed",
  ],
  [
    "the last day of its duration is open",
    pair({ unit: contributor, tracks: signed(holding(claim("2026-06-02", "2026-06-15"))) }),
    "ready_ending, until 2026-06-15",
  ],
  [
    "a request under review was never access",
    pair({ unit: contributor, tracks: signed(waiting("in_review", "reviewers")) }),
    "never, request: in_review",
  ],
  [
    "a revoked request is revoked",
    pair({ unit: contributor, tracks: signed(holding(taken("2026-01-01", "2026-06-01"))) }),
    "revoked, request: revoked",
  ],
  [
    "an accepted request without training is blocked",
    pair({ unit: contributor, person: annWith("citi_data_only", NOTHING) }),
    "blocked, training.citi_data_only: missing",
  ],

  // Files.
  [
    "deprecated files are closed to who had access",
    pair({ unit: version({ deprecatedOn: day("2026-06-15") }) }),
    "closed, files: deprecated",
  ],
  [
    "deprecated files are closed to who never had any",
    pair({ person: bare, unit: version({ deprecatedOn: day("2026-06-15") }), tracks: [] }),
    `closed, files: deprecated, ${ALL_MISSING}`,
  ],
  [
    "files to be deprecated tomorrow are open today",
    pair({ unit: version({ deprecatedOn: day("2026-06-16") }) }),
    "ready_ending, until 2026-06-15",
  ],
  [
    "an embargo blocks to its last day",
    pair({ unit: version({ embargoUntil: day("2026-06-15") }) }),
    "blocked, files: embargoed",
  ],
  [
    "the day after the embargo is open",
    pair({ unit: version({ embargoUntil: day("2026-06-14") }) }),
    "ready",
  ],
  [
    "an embargo blocks also who has not asked",
    pair({ unit: { ...contributor, embargoUntil: day("2026-06-15") }, tracks: [] }),
    "blocked, files: embargoed, request: missing",
  ],
])("PhysioNet: %s", (_, facts, expected) => {
  expect(inShort(readiness(factsOf(facts), day("2026-06-15")))).toBe(expected);
});
