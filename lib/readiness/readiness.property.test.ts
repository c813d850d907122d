import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../dates/day";
import type { Claim, Holding, PersonFacts, TeamFacts, Track } from "./facts";
import { sharedAnswers } from "./gate-state";
import { indexFacts, pairFacts } from "./pair";
import { readiness, statusOn } from "./readiness";
import { ask } from "./sample-oracle";
import { anyClaim, anyDay, anyTeam } from "./sample-random";
import { ACCESS_STATUSES, isOpen, type Verdict } from "./verdict";

const RUNS = { numRuns: 800 };

/** All four pairs of a made-up team. */
function pairsOf(team: TeamFacts) {
  const index = indexFacts(team);
  return team.people.flatMap((person) =>
    team.units.map((unit) => ({ person, unit, facts: pairFacts(index, person, unit) })),
  );
}

function verdicts(team: TeamFacts, on: Parameters<typeof readiness>[1]): Verdict[] {
  return pairsOf(team).map(({ facts }) => readiness(facts, on));
}

function mapHoldings(team: TeamFacts, change: (holding: Holding) => Holding): TeamFacts {
  const all = (held: ReadonlyMap<string, Holding>) =>
    new Map([...held].map(([key, holding]) => [key, change(holding)]));
  const ofPerson = (person: PersonFacts): PersonFacts => ({
    ...person,
    identities: all(person.identities),
    qualifications: all(person.qualifications),
  });
  const ofTrack = (track: Track): Track => ({
    ...track,
    approval: change(track.approval),
    agreement: change(track.agreement),
  });
  return {
    ...team,
    people: team.people.map(ofPerson),
    institution: all(team.institution),
    tracks: new Map([...team.tracks].map(([id, tracks]) => [id, tracks.map(ofTrack)])),
  };
}

/** With people whom no way names, some like those whom one does, some half like each of two. */
function withStrangers(team: TeamFacts): TeamFacts {
  const [ann, bob] = team.people;
  if (!ann || !bob) throw new Error("The team is of two.");
  const made = [ann, bob, { ...ann, identities: bob.identities }, { ...bob, country: "CN" }];
  const strangers = [...made, ...made].map((like, at) => ({ ...like, id: `stranger-${at}` }));
  return { ...team, people: [...strangers, ...team.people] };
}

const mapClaims = (team: TeamFacts, change: (claim: Claim) => Claim) =>
  mapHoldings(team, ({ claims, pending }) => ({ claims: claims.map(change), pending }));

describe("whatever is recorded", () => {
  test("the verdict is what a second, independent reckoning says", () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        for (const { person, unit, facts } of pairsOf(team)) {
          const { status, until, reasons } = readiness(facts, on);
          const codes = reasons.map(({ gate, code }) => `${gate.id}: ${code}`).sort();
          expect({ status, until, reasons: codes }).toEqual(ask(team, person, unit, on));
          found.add(status);
        }
      }),
      RUNS,
    );
    expect([...found].sort()).toEqual([...ACCESS_STATUSES].sort());
  });

  test("what was found for other pairs changes nothing, nor does asking for the status alone", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, anyDay, (team, on, other) => {
        const shared = sharedAnswers(on);
        for (const { facts } of pairsOf(team)) {
          for (const day of [on, other]) {
            const verdict = readiness(facts, day);
            expect(readiness(facts, day, shared)).toEqual(verdict);
            expect(statusOn(facts, day, shared)).toBe(verdict.status);
            expect(statusOn(facts, day)).toBe(verdict.status);
          }
        }
      }),
      RUNS,
    );
  });

  test("what was found for a stranger to a unit holds for others who are like them", () => {
    let [alike, atCrossroads] = [0, 0];
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        const shared = sharedAnswers(on);
        for (const { person, facts } of pairsOf(withStrangers(team))) {
          expect(statusOn(facts, on, shared), person.id).toBe(readiness(facts, on).status);
        }
        const ways = [...shared.strangers.values()];
        alike += ways.filter((statuses) => statuses.size > 0).length;
        const crossroads = [...shared.crossroads.values()];
        atCrossroads += crossroads.filter(({ strangers }) => strangers.size > 0).length;
      }),
      RUNS,
    );
    expect(alike).toBeGreaterThan(RUNS.numRuns);
    expect(atCrossroads).toBeGreaterThan(RUNS.numRuns / 10);
  });

  test("a unit is open exactly when nothing shuts it, and only then has a last day", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        for (const verdict of verdicts(team, on)) {
          expect(ACCESS_STATUSES).toContain(verdict.status);
          expect(isOpen(verdict)).toBe(verdict.reasons.length === 0);
          if (!isOpen(verdict)) expect([verdict.until, verdict.endsBy]).toEqual([null, null]);
          expect(verdict.endsBy === null).toBe(verdict.until === null);
        }
      }),
      RUNS,
    );
  });

  test("it is open to its last day and not the day after; without a last day it stays open", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, anyDay, (team, on, later) => {
        for (const { facts } of pairsOf(team)) {
          const verdict = readiness(facts, on);
          if (!isOpen(verdict)) continue;
          const { until } = verdict;
          if (until === null) {
            if (later > on) expect(isOpen(readiness(facts, later))).toBe(true);
            continue;
          }
          expect(until >= on).toBe(true);
          expect(readiness(facts, until)).toMatchObject({ until, reasons: [] });
          expect(isOpen(readiness(facts, addDays(until, 1)))).toBe(false);
          if (later > on && later <= until) {
            expect(readiness(facts, later)).toMatchObject({ until, reasons: [] });
          }
        }
      }),
      RUNS,
    );
  });

  test("no gate is both held and shut, and none is told twice", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        for (const { reasons, held } of verdicts(team, on)) {
          const ids = [...reasons, ...held].map(({ gate }) => gate.id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      RUNS,
    );
  });

  test("what is held holds on that day, by half-open intervals", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        for (const { held } of verdicts(team, on)) {
          for (const { claim } of held) {
            expect(claim.from <= on && (claim.before === null || on < claim.before)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});

describe("a change of what is recorded", () => {
  test("one claim more shuts nothing and shortens nothing", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, anyClaim, fc.nat(), (team, on, claim, seed) => {
        let place = 0;
        const count = 24;
        const more = mapHoldings(team, (holding) => {
          place += 1;
          if (place % count !== seed % count) return holding;
          return { ...holding, claims: [...holding.claims, claim] };
        });
        const after = verdicts(more, on);
        verdicts(team, on).forEach((before, i) => {
          if (!isOpen(before)) return;
          expect(after[i]?.reasons).toEqual([]);
          expect((after[i]?.until ?? "9999") >= (before.until ?? "9999")).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test("a proof less changes no status, no end and no reason", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        const unproved = mapClaims(team, (claim) => ({ ...claim, proof: null }));
        const after = verdicts(unproved, on);
        verdicts(team, on).forEach(({ status, until, reasons }, i) => {
          expect(after[i]).toMatchObject({ status, until, reasons });
        });
      }),
      RUNS,
    );
  });

  test("what others hold and do changes nothing for a person", () => {
    fc.assert(
      fc.property(anyTeam, anyTeam, anyDay, (team, another, on) => {
        const [ann] = team.people;
        const [unit] = team.units;
        if (!ann || !unit) throw new Error("no pair");
        const crowd = { ...team, people: [...team.people, ...another.people.slice(1)] };
        const own = pairFacts(indexFacts(team), ann, unit);
        expect(readiness(pairFacts(indexFacts(crowd), ann, unit), on)).toEqual(readiness(own, on));
      }),
      { numRuns: 200 },
    );
  });

  test("the order in which claims are recorded changes no status, no end and no reason", () => {
    fc.assert(
      fc.property(anyTeam, anyDay, (team, on) => {
        const turned = mapHoldings(team, ({ claims, pending }) => ({
          claims: claims.toReversed(),
          pending,
        }));
        const after = verdicts(turned, on);
        verdicts(team, on).forEach(({ status, until, reasons }, i) => {
          expect(after[i]).toMatchObject({ status, until });
          expect(after[i]?.reasons.map(({ code }) => code)).toEqual(
            reasons.map(({ code }) => code),
          );
        });
      }),
      RUNS,
    );
  });
});

test("the verdict of a pair alone is its verdict in the team", () => {
  fc.assert(
    fc.property(anyTeam, anyDay, (team, on) => {
      for (const { person, unit, facts } of pairsOf(team)) {
        const alone = { ...team, people: [person] };
        expect(readiness(pairFacts(indexFacts(alone), person, unit), on)).toEqual(
          readiness(facts, on),
        );
      }
    }),
    { numRuns: 200 },
  );
});
