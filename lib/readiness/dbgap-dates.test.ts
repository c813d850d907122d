import { describe, expect, test } from "vitest";
import { day } from "../dates/day";
import type { Claim } from "./facts";
import { readiness } from "./readiness";
import { ann, group, pair, project, projectWith } from "./sample-dbgap";
import { around, claim, factsOf, HELD, holding, inShort, type Pair, taken } from "./sample-facts";

const TODAY = day("2026-06-15");
const short = (facts: Pair, on: string) => inShort(readiness(factsOf(facts), day(on)));

describe("the SP 800-171 attestation binds by the day of the agreement", () => {
  const agreed = (on: string, last: string | null = null, from = on) =>
    claim(from, last, { agreedOn: day(on) });
  const unattested = (...claims: Claim[]) =>
    pair({ tracks: [projectWith(holding(...claims))], institution: {} });

  test.each([
    ["2025-01-24", "ready"],
    ["2025-01-25", "blocked, attestation: missing"],
    ["2025-01-26", "blocked, attestation: missing"],
  ])("an agreement of %s without attestation: %s", (on, expected) => {
    expect(short(unattested(agreed(on)), "2026-06-15")).toBe(expected);
  });

  test("an approval that began later rests on its agreement's day all the same", () => {
    const facts = unattested(agreed("2025-01-24", null, "2025-03-01"));
    expect(short(facts, "2026-06-15")).toBe("ready");
  });

  test("an old agreement keeps its terms to its end, and its renewal does not", () => {
    const facts = unattested(
      agreed("2024-07-01", "2025-06-30"),
      agreed("2025-06-20", "2026-06-30", "2025-07-01"),
    );
    expect(short(facts, "2025-06-30")).toBe("ready_ending, until 2025-06-30");
    expect(short(facts, "2025-07-01")).toBe("blocked, attestation: missing");
  });

  test("what ends the old terms is named: the attestation, which rests on nothing", () => {
    const facts = unattested(
      agreed("2024-07-01", "2025-06-30"),
      agreed("2025-06-20", "2026-06-30", "2025-07-01"),
    );
    const { endsBy } = readiness(factsOf(facts), day("2025-06-01"));
    expect(endsBy).toMatchObject({ gate: { id: "attestation" }, claim: null });
  });

  test("an attestation in time carries the renewal on", () => {
    const facts = {
      ...unattested(
        agreed("2024-07-01", "2025-06-30"),
        agreed("2025-06-20", "2026-06-30", "2025-07-01"),
      ),
      institution: { sp800_171: holding(claim("2025-07-01")) },
    };
    expect(short(facts, "2025-06-01")).toBe("ready, until 2026-06-30");
  });

  test("once the old agreement is replaced the new terms bind, although its year is not over", () => {
    const facts = unattested(
      { ...taken("2024-07-01", "2025-05-15", "replaced"), agreedOn: day("2024-07-01") },
      agreed("2025-05-15", "2026-05-14"),
    );
    expect(short(facts, "2025-05-14")).toBe("ready_ending, until 2025-05-14");
    expect(short(facts, "2025-05-15")).toBe("blocked, attestation: missing");
  });

  test("an attestation that ends shuts newer agreements, and leaves older ones open", () => {
    const institution = { sp800_171: holding(claim("2025-01-25", "2026-06-14")) };
    expect(short({ ...unattested(agreed("2025-02-01")), institution }, "2026-06-15")).toBe(
      "blocked, attestation: lapsed",
    );
    expect(short({ ...unattested(agreed("2025-01-24")), institution }, "2026-06-15")).toBe("ready");
  });

  test("who has no approval needs it for the next one, since the rule binds", () => {
    const none = pair({ tracks: [], institution: {} });
    expect(short(none, "2025-01-24")).not.toContain("attestation");
    expect(short(none, "2025-01-25")).toContain("attestation: missing");
  });
});

test("countries of concern are barred to everybody from 4 April 2025", () => {
  const facts = factsOf(pair({ person: ann({ country: "HK" }) }));
  expect(around("2025-04-04").map((on) => inShort(readiness(facts, on)))).toEqual([
    "ready_ending, until 2025-04-03",
    "blocked, country: barred_country",
    "blocked, country: barred_country",
  ]);
});

test.each(["CN", "HK", "MO", "RU", "IR", "KP", "CU", "VE"])("%s is barred", (country) => {
  expect(short(pair({ person: ann({ country }) }), "2026-06-15")).toBe(
    "blocked, country: barred_country",
  );
});

test.each(["NL", "TW", "KR", ""])("'%s' is not barred", (country) => {
  expect(short(pair({ person: ann({ country }) }), "2026-06-15")).toBe("ready");
});

describe("not confirmed since is a state of its own", () => {
  const seen = (until: string, last: string | null = null) =>
    claim("2025-07-01", last, { confirmed: { on: day("2026-05-16"), until: day(until) } });
  const facts = (...claims: Claim[]) => pair({ tracks: [projectWith(holding(...claims))] });

  test("around the last day on which it is recent", () => {
    const pairOf = factsOf(facts(seen("2026-06-15")));
    expect(around("2026-06-15").map((on) => readiness(pairOf, on).status)).toEqual([
      "ready",
      "ready",
      "not_confirmed",
    ]);
  });

  test("it says so also shortly before the end, and keeps the end", () => {
    expect(short(facts(seen("2026-06-14", "2026-06-30")), "2026-06-15")).toBe(
      "not_confirmed, until 2026-06-30",
    );
  });

  test("it is no lapse, and a lapse is no matter of confirming", () => {
    expect(short(facts(seen("2026-06-14", "2026-06-14")), "2026-06-15")).toBe(
      "lapsed, approval: lapsed",
    );
  });

  test("another approval that was seen is enough", () => {
    expect(short(facts(seen("2026-06-14"), seen("2026-06-20")), "2026-06-15")).toBe("ready");
  });

  test("an approval that nobody ever looked up need not be", () => {
    expect(short(facts(claim("2025-07-01")), "2026-06-15")).toBe("ready");
  });
});

describe("several projects for one consent group", () => {
  const ending = (last: string) => projectWith(holding(claim("2025-07-01", last)));

  test("the one that ends last counts", () => {
    const tracks = [ending("2026-06-30"), ending("2026-12-31"), ending("2026-08-31")];
    expect(short(pair({ tracks }), "2026-06-15")).toBe("ready, until 2026-12-31");
    expect(readiness(factsOf(pair({ tracks })), TODAY).track).toBe(tracks[1]);
  });

  test("an open one counts before a shut one", () => {
    const tracks = [project(null), ending("2026-06-30")];
    expect(short(pair({ tracks }), "2026-06-15")).toBe("ready_ending, until 2026-06-30");
  });

  test("access goes on by the second when the first ends, without a gap", () => {
    const next = projectWith(holding(claim("2026-07-01", "2027-06-30")));
    expect(short(pair({ tracks: [ending("2026-06-30"), next] }), "2026-06-15")).toBe(
      "ready, until 2027-06-30",
    );
  });

  test("with a gap it ends", () => {
    const next = projectWith(holding(claim("2026-07-02", "2027-06-30")));
    expect(short(pair({ tracks: [ending("2026-06-30"), next] }), "2026-06-15")).toBe(
      "ready_ending, until 2026-06-30",
    );
  });

  test("of shut ones the nearest to open counts: the fewest shut gates", () => {
    const far = project("external_collaborator", { approval: holding() });
    const near = projectWith(holding(claim("2025-06-01", "2026-05-31")));
    expect(short(pair({ tracks: [far, near] }), "2026-06-15")).toBe("lapsed, approval: lapsed");
  });

  test("of two that are as near the approved one counts", () => {
    const closed = projectWith(holding(taken("2025-06-01", "2026-05-31", "closed")));
    expect(short(pair({ tracks: [closed, project(null)] }), "2026-06-15")).toBe(
      "blocked, named: not_named",
    );
  });
});

describe("who does not download", () => {
  const remarks = (facts: Pair) =>
    readiness(factsOf(facts), TODAY).remarks.map(({ code, gate }) => `${gate?.id}: ${code}`);

  test("uses the team's copy", () => {
    expect(remarks(pair())).toEqual(["account: not_a_downloader"]);
    expect(remarks(pair({ tracks: [project(null)] }))).toEqual([]);
  });

  test("but the downloader does", () => {
    const person = ann({ identities: { era_commons: HELD } });
    expect(remarks(pair({ person, tracks: [project("downloader")] }))).toEqual([]);
  });
});

test("a later version of the same consent group is covered: codes carry none", () => {
  expect(short(pair({ unit: group("GRU", { code: "phs000001.c1" }) }), "2026-06-15")).toBe("ready");
});
