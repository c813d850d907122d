import { expect, test } from "vitest";
import { day } from "../dates/day";
import { readiness } from "./readiness";
import {
  ann as collaborator,
  group,
  pair as project,
  projectUntil,
  projectWith,
} from "./sample-dbgap";
import {
  claim,
  factsOf,
  HELD,
  holding,
  NOTHING,
  type Pair,
  person,
  taken,
  track,
  unit,
  waiting,
} from "./sample-facts";
import { ann, annWith, bare, contributor, pair, signed, version } from "./sample-physionet";

const TODAY = day("2026-06-15");

/** `gate: code on day, party person -> place`, of each reason. */
function told(facts: Pair): string[] {
  return readiness(factsOf(facts), TODAY).reasons.map(
    ({ gate, code, on, party, personId, place }) => {
      const where = { ...place, kind: undefined };
      const to = [place.kind, ...Object.values(where).filter((part) => part !== undefined)];
      const who = personId === null ? party : `${party} ${personId}`;
      return `${gate.id}: ${code}${on ? ` on ${on}` : ""}, ${who} -> ${to.join(" ")}`;
    },
  );
}

const REQUEST = { id: "request", number: 7, ownerId: "owner" };
const ega = (change: Parameters<typeof track>[0]): Pair => ({
  person: person("ann", { identities: { ega: HELD } }),
  unit: unit({ archive: "ega" }),
  tracks: [
    track({
      agreementId: "daa",
      agreement: HELD,
      people: new Map([["ann", [{ function: "applicant", from: null, before: null }]]]),
      ...change,
    }),
  ],
});

test.each<[string, Pair, string[]]>([
  [
    "what is missing of a person is theirs to do, on their page; a signature begins a request",
    pair({ person: bare, tracks: [] }),
    [
      "account: missing, holder bob -> person bob",
      "credentialing: missing, holder bob -> person bob",
      "training.citi_data_only: missing, holder bob -> person bob",
      "signature: missing, holder bob -> newRequest 3.1",
    ],
  ],
  [
    "a signature whose request is there is given in it",
    pair({ tracks: signed(NOTHING) }),
    ["signature: missing, holder ann -> request 7"],
  ],
  [
    "what is under way waits for whom its step says, since its day",
    pair({ person: annWith("physionet_credential", waiting("in_review", "reference")) }),
    ["credentialing: in_review on 2026-06-01, reference -> person ann"],
  ],
  [
    "what was refused waits for its person again",
    pair({ person: annWith("citi_data_only", waiting("rejected", "nobody")) }),
    ["training.citi_data_only: rejected on 2026-06-01, holder ann -> person ann"],
  ],
  [
    "what ran out is told with its last day, what was taken back with its first day without",
    pair({
      person: ann({
        citi_data_only: holding(claim("2023-06-15", "2026-06-10")),
        physionet_credential: holding(taken("2024-01-01", "2026-06-10")),
      }),
    }),
    [
      "credentialing: revoked on 2026-06-10, holder ann -> person ann",
      "training.citi_data_only: lapsed on 2026-06-10, holder ann -> person ann",
    ],
  ],
  [
    "nobody can do anything about files that are gone, and only time about an embargo",
    pair({ unit: version({ deprecatedOn: day("2026-06-01") }) }),
    ["files: deprecated on 2026-06-01, nobody -> unit 3.1"],
  ],
  [
    "an embargo is told with its last day",
    pair({ unit: version({ embargoUntil: day("2026-07-01") }) }),
    ["files: embargoed on 2026-07-01, archive -> unit 3.1"],
  ],
  [
    "where access is personal a lapsed request is its holder's to renew",
    pair({ unit: contributor, tracks: signed(holding(claim("2026-06-01", "2026-06-14"))) }),
    ["request: lapsed on 2026-06-14, holder ann -> request 7"],
  ],
  [
    "what begins later waits for nobody",
    pair({ tracks: signed(holding(claim("2026-07-01"))) }),
    ["signature: not_yet on 2026-07-01, nobody -> request 7"],
  ],
  [
    "a project's lapsed approval is its PI's to renew",
    project({ tracks: [projectWith(holding(claim("2025-06-01", "2026-05-31")))] }),
    ["approval: lapsed on 2026-05-31, pi pi -> request 7"],
  ],
  [
    "a pending one waits for the committee",
    project({ tracks: [projectWith(waiting("in_review", "dac"))] }),
    ["approval: in_review on 2026-06-01, dac -> request 7"],
  ],
  [
    "one with the signing official names the office, not a person",
    project({ tracks: [projectWith(waiting("internal_signoff", "signing_official"))] }),
    ["approval: incomplete on 2026-06-01, signing_official -> request 7"],
  ],
  [
    "one that is ours to move is its owner's",
    project({ tracks: [projectWith(waiting("changes_requested", "us"))] }),
    ["approval: incomplete on 2026-06-01, us owner -> request 7"],
  ],
  [
    "once the PI has left the owner must act",
    project({ tracks: [{ ...projectUntil("2026-06-15"), approval: NOTHING }] }),
    [
      "approval: missing, us owner -> request 7",
      "named: lead_left on 2026-06-14, us owner -> request 7",
    ],
  ],
  [
    "without a request one is begun",
    project({ tracks: [] }),
    ["approval: missing, us -> newRequest c1", "named: not_named, us -> newRequest c1"],
  ],
  [
    "the institution's papers are ours, on its page",
    project({
      unit: group("GRU-IRB"),
      tracks: [projectWith(holding(claim("2025-07-01")))],
      institution: {},
    }),
    ["attestation: missing, us -> institution", "ethics: missing, us -> institution"],
  ],
  [
    "a barred country is told on the person's page, since the day of the rule",
    project({ person: collaborator({ country: "RU" }) }),
    ["country: barred_country on 2025-04-04, holder ann -> person ann"],
  ],
  [
    "a person who left is told with the last day, one to come with the first",
    project({ person: collaborator({ before: day("2026-06-15") }) }),
    ["member: left on 2026-06-14, us -> person ann"],
  ],
  [
    "one to come waits for nobody",
    project({ person: collaborator({ from: day("2026-06-16") }) }),
    ["member: not_joined on 2026-06-16, nobody -> person ann"],
  ],
  [
    "a missing name is the owner's to add, at the request",
    ega({ people: new Map(), request: REQUEST }),
    ["named: not_named, us owner -> request 7"],
  ],
  [
    "without a request it is added to the agreement",
    ega({ people: new Map(), request: null }),
    ["named: not_named, us -> agreement daa"],
  ],
  [
    "a lapsed agreement is renewed where it is kept",
    ega({ agreement: holding(claim("2024-01-01", "2026-06-14")) }),
    ["agreement: lapsed on 2026-06-14, us owner -> agreement daa"],
  ],
  [
    "a missing one comes with the request",
    ega({ agreement: NOTHING, agreementId: null }),
    ["agreement: missing, us owner -> request 7"],
  ],
  [
    "a permission under an agreement without a request is asked for by a new one",
    ega({ approval: NOTHING, request: null }),
    ["permission: missing, us -> newRequest unit"],
  ],
])("%s", (_, facts, expected) => {
  expect(told(facts)).toEqual(expected);
});

test("a lapsed claim tells by which of its clocks, and what is under way comes along", () => {
  const old = claim("2023-06-15", "2026-06-10", { clock: "the report's own end" });
  const [lapsed] = readiness(
    factsOf(pair({ person: annWith("citi_data_only", holding(old)) })),
    TODAY,
  ).reasons;
  expect(lapsed).toMatchObject({ code: "lapsed", clock: "the report's own end" });
  const [pending] = readiness(
    factsOf(pair({ person: annWith("citi_data_only", waiting("in_review", "archive", [old])) })),
    TODAY,
  ).reasons;
  expect(pending).toMatchObject({ code: "in_review", pending: { waitingOn: "archive" } });
  expect(pending?.clock).toBeUndefined();
});
