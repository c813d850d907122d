import { expect, test } from "vitest";
import { day } from "../dates/day";
import type { Holding, Naming, Track } from "./facts";
import { readiness } from "./readiness";
import {
  around,
  claim,
  factsOf,
  HELD,
  holding,
  inShort,
  NOTHING,
  named,
  type Pair,
  person,
  taken,
  track,
  unit,
  waiting,
} from "./sample-facts";

const ann = (change: Parameters<typeof person>[1] = {}) =>
  person("ann", { identities: { ega: HELD }, ...change });
const application = (change: Partial<Track> = {}, as: Naming["function"] = "applicant") =>
  track({ agreementId: "daa", agreement: HELD, people: named({ ann: as }), ...change });
const pair = (change: Partial<Pair> = {}): Pair => ({
  person: ann(),
  unit: unit({ archive: "ega", code: "EGAD00001000001" }),
  tracks: [application()],
  ...change,
});
const both = (permission: Holding, agreement: Holding) =>
  pair({ tracks: [application({ approval: permission, agreement })] });

const LAPSED_CLAIM = claim("2024-06-15", "2026-06-14");
const LAPSED = holding(LAPSED_CLAIM);

test.each<[string, Pair, string]>([
  ["account, agreement, name, permission: open", pair(), "ready"],
  [
    "authorised personnel are named too",
    pair({ tracks: [application({}, "authorised_personnel")] }),
    "ready",
  ],
  [
    "pending at the committee is never",
    both(waiting("in_review", "dac"), waiting("in_review", "dac")),
    "never, permission: in_review, agreement: in_review",
  ],
  [
    "questions of the committee are ours to answer",
    both(waiting("changes_requested", "us"), HELD),
    "never, permission: incomplete",
  ],
  ["an agreement without a permission is never", both(NOTHING, HELD), "never, permission: missing"],
  [
    "a permission without an agreement is blocked",
    both(HELD, NOTHING),
    "blocked, agreement: missing",
  ],
  [
    "a permission that stands after the agreement's end is lapsed",
    both(HELD, LAPSED),
    "lapsed, agreement: lapsed",
  ],
  ["a permission past its own end is lapsed", both(LAPSED, HELD), "lapsed, permission: lapsed"],
  [
    "a lapsed permission that was closed out since is closed",
    both(holding({ ...LAPSED_CLAIM, settled: { on: day("2026-06-15"), as: "closed" } }), HELD),
    "closed, permission: closed",
  ],
  [
    "a lapsed permission that will be closed out later is still lapsed",
    both(holding({ ...LAPSED_CLAIM, settled: { on: day("2199-01-01"), as: "closed" } }), HELD),
    "lapsed, permission: lapsed",
  ],
  [
    "a deleted permission is revoked",
    both(holding(taken("2024-06-15", "2026-06-15")), HELD),
    "revoked, permission: revoked",
  ],
  [
    "an agreement taken back revokes, whatever the permission says",
    both(HELD, holding(taken("2024-06-15", "2026-06-15"))),
    "revoked, agreement: revoked",
  ],
  [
    "a permission that lapsed under an agreement taken back is revoked",
    both(LAPSED, holding(taken("2024-06-15", "2026-06-15"))),
    "revoked, permission: lapsed, agreement: revoked",
  ],
  [
    "closed with the committee is closed",
    both(holding(taken("2024-06-15", "2026-06-15", "closed")), LAPSED),
    "closed, permission: closed, agreement: lapsed",
  ],
  [
    "an agreement whose next version nobody signed is over",
    both(HELD, holding(taken("2024-06-15", "2026-06-15", "replaced"))),
    "lapsed, agreement: lapsed",
  ],
  [
    "an agreement that lapsed before any permission is never",
    both(NOTHING, LAPSED),
    "never, permission: missing, agreement: lapsed",
  ],
  [
    "not named in the agreement is blocked",
    pair({ tracks: [application({ people: named({ bob: "applicant" }) })] }),
    "blocked, named: not_named",
  ],
  [
    "an external collaborator applies separately",
    pair({ tracks: [application({}, "external_collaborator")] }),
    "blocked, named: not_named",
  ],
  [
    "the legal representative has signed, not applied",
    pair({ tracks: [application({}, "legal_representative")] }),
    "blocked, named: not_named",
  ],
  [
    "everybody needs an account of their own",
    pair({ person: person("ann") }),
    "blocked, account: missing",
  ],
  [
    "an account that nobody checked is not verified",
    pair({ person: ann({ identities: { ega: waiting("draft", "holder") } }) }),
    "blocked, account: unverified",
  ],
  [
    "an account that ended has lapsed",
    pair({ person: ann({ identities: { ega: LAPSED } }) }),
    "blocked, account: lapsed",
  ],
  [
    "who left the team has no access",
    pair({ person: ann({ before: day("2026-06-15") }) }),
    "blocked, member: left",
  ],
  [
    "without anything everything is missing",
    pair({ person: person("ann"), tracks: [] }),
    "never, permission: missing, agreement: missing, named: not_named, account: missing",
  ],
  [
    "the agreement's end comes before the permission's",
    both(holding(claim("2024-06-15", "2027-06-30")), holding(claim("2024-06-15", "2026-12-31"))),
    "ready, until 2026-12-31",
  ],
])("EGA: %s", (_, facts, expected) => {
  expect(inShort(readiness(factsOf(facts), day("2026-06-15")))).toBe(expected);
});

test("around the last day of an agreement, while the permission stands", () => {
  const facts = factsOf(both(HELD, holding(claim("2024-06-15", "2026-06-15"))));
  expect(around("2026-06-15").map((on) => inShort(readiness(facts, on)))).toEqual([
    "ready_ending, until 2026-06-15",
    "ready_ending, until 2026-06-15",
    "lapsed, agreement: lapsed",
  ]);
});

test("around the last day on the team", () => {
  const facts = factsOf(pair({ person: ann({ before: day("2026-06-16") }) }));
  expect(around("2026-06-15").map((on) => inShort(readiness(facts, on)))).toEqual([
    "ready_ending, until 2026-06-15",
    "ready_ending, until 2026-06-15",
    "blocked, member: left",
  ]);
});

test("around the first day on the team", () => {
  const facts = factsOf(pair({ person: ann({ from: day("2026-06-15") }) }));
  expect(around("2026-06-15").map((on) => inShort(readiness(facts, on)))).toEqual([
    "blocked, member: not_joined",
    "ready",
    "ready",
  ]);
});
