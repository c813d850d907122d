import { expect, test } from "vitest";
import { day } from "../dates/day";
import { readiness } from "./readiness";
import { ann, group, pair, project, projectUntil, projectWith } from "./sample-dbgap";
import {
  claim,
  factsOf,
  HELD,
  holding,
  inShort,
  NOTHING,
  type Pair,
  taken,
  waiting,
} from "./sample-facts";

const ERA = { identities: { era_commons: HELD } };
const YEAR = claim("2025-07-01", "2026-06-30");

test.each<[string, Pair, string]>([
  ["approved, named, on the team, attested: open", pair(), "ready"],
  [
    "without a project everything that asks for one is missing",
    pair({ tracks: [] }),
    "never, approval: missing, named: not_named",
  ],
  [
    "a year's approval says its last day",
    pair({ tracks: [projectWith(holding(YEAR))] }),
    "ready_ending, until 2026-06-30",
  ],

  // Review status never stands in for access.
  [
    "a first request with the committee is never",
    pair({ tracks: [projectWith(waiting("in_review", "dac"))] }),
    "never, approval: in_review",
  ],
  [
    "a first request with the signing official is ours to move",
    pair({ tracks: [projectWith(waiting("internal_signoff", "signing_official"))] }),
    "never, approval: incomplete",
  ],
  [
    "DAC review and granted: a renewal changes nothing while the old approval runs",
    pair({ tracks: [projectWith(waiting("in_review", "dac", [YEAR]))] }),
    "ready_ending, until 2026-06-30",
  ],
  [
    "revision requested and granted is open",
    pair({ tracks: [projectWith(waiting("changes_requested", "us", [YEAR]))] }),
    "ready_ending, until 2026-06-30",
  ],
  [
    "revision requested and expired is lapsed",
    pair({
      tracks: [
        projectWith(waiting("changes_requested", "us", [claim("2025-06-01", "2026-05-31")])),
      ],
    }),
    "lapsed, approval: incomplete",
  ],
  [
    "DAC review and expired is lapsed, and waits for the committee",
    pair({
      tracks: [projectWith(waiting("in_review", "dac", [claim("2025-06-01", "2026-05-31")]))],
    }),
    "lapsed, approval: in_review",
  ],
  [
    "expired is lapsed",
    pair({ tracks: [projectWith(holding(claim("2025-06-01", "2026-06-14")))] }),
    "lapsed, approval: lapsed",
  ],
  [
    "closed out is closed",
    pair({ tracks: [projectWith(holding(taken("2025-06-01", "2026-06-15", "closed")))] }),
    "closed, approval: closed",
  ],
  [
    "taken back is revoked",
    pair({ tracks: [projectWith(holding(taken("2025-06-01", "2026-06-15")))] }),
    "revoked, approval: revoked",
  ],
  [
    "refused is never",
    pair({ tracks: [projectWith(waiting("rejected", "nobody"))] }),
    "never, approval: rejected",
  ],
  [
    "renewed to the day: open past the old end",
    pair({ tracks: [projectWith(holding(YEAR, claim("2026-07-01", "2027-06-30")))] }),
    "ready, until 2027-06-30",
  ],

  // Who is named, and under whom.
  ["not named is blocked", pair({ tracks: [project(null)] }), "blocked, named: not_named"],
  [
    "a signing official uses no data",
    pair({ tracks: [project("signing_official")] }),
    "blocked, named: not_named",
  ],
  ["a supervised student is covered", pair({ tracks: [project("supervised")] }), "ready"],
  [
    "a supervised student is not where the team's rule says so",
    pair({ tracks: [project("supervised")], rules: { superviseesCovered: false } }),
    "blocked, named: not_named",
  ],
  [
    "named from tomorrow is not named yet",
    pair({
      tracks: [
        project([{ function: "internal_collaborator", from: day("2026-06-16"), before: null }]),
      ],
    }),
    "blocked, named: not_yet",
  ],
  [
    "named until yesterday is not named",
    pair({
      tracks: [
        project([{ function: "internal_collaborator", from: null, before: day("2026-06-15") }]),
      ],
    }),
    "blocked, named: not_named",
  ],
  [
    "the PI left yesterday",
    pair({ tracks: [projectUntil("2026-06-15")] }),
    "blocked, named: lead_left",
  ],
  [
    "the PI is here to this evening",
    pair({ tracks: [projectUntil("2026-06-16")] }),
    "ready_ending, until 2026-06-15",
  ],
  [
    "without a PI there is nobody to work under",
    pair({ tracks: [project("downloader", { lead: null })], person: ann(ERA) }),
    "blocked, named: missing",
  ],
  [
    "who left the team has no access",
    pair({ person: ann({ before: day("2026-06-15") }) }),
    "blocked, member: left",
  ],
  [
    "who joins tomorrow has none yet",
    pair({ person: ann({ from: day("2026-06-16") }) }),
    "blocked, member: not_joined",
  ],
  [
    "an external collaborator needs an approval of their own",
    pair({ tracks: [project("external_collaborator")] }),
    "blocked, own_approval: missing",
  ],
  [
    "an external collaborator with a general approval is open",
    pair({
      tracks: [project("external_collaborator")],
      person: ann({ qualifications: { dbgap_own_approval: HELD } }),
    }),
    "ready",
  ],
  [
    "an approval for another consent group does not count",
    pair({
      tracks: [project("external_collaborator")],
      person: ann({
        qualifications: {
          dbgap_own_approval: holding(claim("2024-01-01", null, { unitId: "c2" })),
        },
      }),
    }),
    "blocked, own_approval: missing",
  ],
  [
    "an approval for this consent group does",
    pair({
      tracks: [project("external_collaborator")],
      person: ann({
        qualifications: {
          dbgap_own_approval: holding(claim("2024-01-01", null, { unitId: "c1" })),
        },
      }),
    }),
    "ready",
  ],
  [
    "a downloader needs an eRA Commons account",
    pair({ tracks: [project("downloader")] }),
    "blocked, account: missing",
  ],
  [
    "a downloader with an account is open",
    pair({ tracks: [project("downloader")], person: ann(ERA) }),
    "ready",
  ],
  ["the PI needs one too", pair({ person: { ...ann(), id: "pi" } }), "blocked, account: missing"],

  // Ethics.
  ["GRU asks for no ethics approval", pair({ unit: group("GRU") }), "ready"],
  [
    "GRU-IRB does, although it is general",
    pair({ unit: group("GRU-IRB") }),
    "blocked, ethics: missing",
  ],
  [
    "HMB-IRB-MDS holds it in the middle",
    pair({ unit: group("HMB-IRB-MDS") }),
    "blocked, ethics: missing",
  ],
  [
    "the institution's ethics approval opens it, to its own end",
    pair({
      unit: group("GRU-IRB"),
      institution: { sp800_171: HELD, ethics_approval: holding(claim("2024-01-01", "2026-09-30")) },
    }),
    "ready, until 2026-09-30",
  ],
  [
    "an ethics approval for another request does not",
    pair({
      unit: group("GRU-IRB"),
      institution: {
        sp800_171: HELD,
        ethics_approval: holding(claim("2024-01-01", null, { requestId: "another" })),
      },
    }),
    "blocked, ethics: missing",
  ],
  [
    "one for this request does",
    pair({
      unit: group("GRU-IRB"),
      institution: {
        sp800_171: HELD,
        ethics_approval: holding(claim("2024-01-01", null, { requestId: "request" })),
      },
    }),
    "ready",
  ],

  // Proof of identity, from the day that the team set.
  [
    "no day set: no proof of identity",
    pair({ tracks: [project("downloader")], person: ann(ERA) }),
    "ready",
  ],
  [
    "the day before it binds is the last without",
    pair({
      tracks: [project("downloader")],
      person: ann(ERA),
      rules: { identityProofFrom: "2026-06-16" },
    }),
    "ready_ending, until 2026-06-15",
  ],
  [
    "from that day a downloader needs it",
    pair({
      tracks: [project("downloader")],
      person: ann(ERA),
      rules: { identityProofFrom: "2026-06-15" },
    }),
    "blocked, identity_proof: missing",
  ],
  ["who only analyses does not", pair({ rules: { identityProofFrom: "2026-06-15" } }), "ready"],
  [
    "several things shut it: all are told",
    pair({
      person: ann({ country: "CN", before: day("2026-06-01") }),
      unit: group("GRU-IRB"),
      tracks: [project("external_collaborator", { approval: NOTHING })],
      institution: {},
    }),
    "never, approval: missing, member: left, own_approval: missing, attestation: missing, country: barred_country, ethics: missing",
  ],
])("dbGaP: %s", (_, facts, expected) => {
  expect(inShort(readiness(factsOf(facts), day("2026-06-15")))).toBe(expected);
});
