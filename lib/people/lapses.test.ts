import { describe, expect, test } from "vitest";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day, day } from "../dates/day";
import type { Claim, Holding, PersonFacts, TeamFacts, Track } from "../readiness/facts";
import { indexFacts, pairFacts } from "../readiness/pair";
import { readiness } from "../readiness/readiness";
import { isOpen } from "../readiness/verdict";
import { accessChange } from "./lapses";

const lastDay = day("2027-03-31");
const start = day("2026-01-01");

function held(kind: Claim["ref"]["kind"], before: Day | null = null): Holding {
  const claim: Claim = { ref: { kind, id: kind }, from: start, before, end: null, proof: null };
  return { claims: [{ ...claim, agreedOn: start }], pending: null };
}

function person(id: string, before: Day | null = null): PersonFacts {
  const account = held("identity");
  return {
    ...{ id, name: id, from: start, before, country: "US" },
    identities: new Map([
      ["era_commons", account],
      ["physionet", account],
    ]),
    qualifications: new Map(),
  };
}

const unit = (id: string, archive: string, policy: string | null) => ({
  ...{ id, archive, code: id, accessClass: "controlled", policy, consentCode: null, trainings: [] },
  ...{ deprecatedOn: null, embargoUntil: null },
});
const group = unit("phs000001.c1", "dbgap", null);
const version = unit("signed/1.0", "physionet", "restricted");

const nothing: Holding = { claims: [], pending: null };
const request = { id: "r1", number: 1, ownerId: "ana" };
const named = (held: PersonFunction) => [{ function: held, from: null, before: null }];

const project: Track = {
  ...{ request, agreementId: null, personId: null, approval: held("grant"), agreement: nothing },
  people: new Map([
    ["ana", named("pi")],
    ["bo", named("internal_collaborator")],
  ]),
  lead: { id: "ana", from: start, before: null },
};
const signature: Track = {
  ...{ request: null, agreementId: null, personId: "ana", approval: held("signature") },
  ...{ agreement: nothing, people: new Map(), lead: null },
};

const team = (tracks: readonly Track[] = [project]): TeamFacts => ({
  people: [person("ana"), person("bo"), person("cai")],
  units: [group, version],
  institution: new Map([["sp800_171", held("qualification")]]),
  tracks: new Map([
    [group.id, tracks],
    [version.id, [signature]],
  ]),
  rules: new Map(),
});

const lapsesOf = (facts: TeamFacts, who: string) =>
  accessChange(facts, who, lastDay).lapses.map(({ facts: { person, unit }, verdict }) => [
    ...[person.id, unit.id],
    verdict.reasons.map(({ code }) => code),
  ]);

describe("what somebody's leaving does to access", () => {
  test("a PI's closes the project to the PI and to all who work under the PI, and says why", () => {
    expect(lapsesOf(team(), "ana")).toEqual([
      ["ana", group.id, expect.arrayContaining(["left"])],
      ["bo", group.id, ["lead_left"]],
    ]);
  });

  test("personal access stays with whoever leaves", () => {
    expect(accessChange(team(), "ana", lastDay).stays).toEqual([version.id]);
  });

  test("a collaborator's closes the project to nobody else", () => {
    expect(lapsesOf(team(), "bo")).toEqual([["bo", group.id, ["left"]]]);
    expect(lapsesOf(team(), "cai")).toEqual([]);
    expect(accessChange(team(), "nobody", lastDay)).toEqual({ lapses: [], stays: [] });
  });

  test("others are not told of an access that ends on that day for another reason", () => {
    const ending = { ...project, approval: held("grant", addDays(lastDay, 1)) };
    expect(lapsesOf(team([ending]), "ana").map(([who]) => who)).toEqual(["ana"]);
  });

  test("of two PIs the one who stays keeps the project open to the others", () => {
    const people = new Map([...project.people, ["cai", named("pi")]]);
    expect(lapsesOf(team([{ ...project, people }]), "ana").map(([who]) => who)).toEqual(["ana"]);
  });

  test("a naming in an agreement ends with the last day, and moves with it when the day moves", () => {
    const former = addDays(lastDay, -30);
    const naming = { function: "internal_collaborator", from: start, before: former } as const;
    const people = new Map([...project.people, ["bo", [naming]]]);
    const facts = team([{ ...project, people }]);
    const left = { ...facts, people: [person("ana"), person("bo", former), person("cai")] };
    expect(lapsesOf(left, "bo").map(([who]) => who)).toEqual(["bo"]);
    expect(lapsesOf(facts, "bo")).toEqual([]);
  });

  test("what it says of the day after is what readiness says once the last day is recorded", () => {
    const after = addDays(lastDay, 1);
    const recorded: TeamFacts = {
      ...team([{ ...project, lead: { id: "ana", from: start, before: after } }]),
      people: [person("ana", after), person("bo"), person("cai")],
    };
    const index = indexFacts(recorded);
    const shut = recorded.people.flatMap((one) =>
      recorded.units.flatMap((each) => {
        const facts = pairFacts(index, one, each);
        const wasOpen = isOpen(readiness(facts, lastDay));
        return wasOpen && !isOpen(readiness(facts, after)) ? [[one.id, each.id]] : [];
      }),
    );
    expect(lapsesOf(team(), "ana").map(([who, what]) => [who, what])).toEqual(shut);
  });
});
