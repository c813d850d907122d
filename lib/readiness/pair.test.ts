import { expect, test } from "vitest";
import { day } from "../dates/day";
import { indexFacts, pairFacts } from "./pair";
import { readiness } from "./readiness";
import { HELD, inShort, NOTHING, person, team, track, unit } from "./sample-facts";
import { ann, bare, restricted, signed, version } from "./sample-physionet";

const TODAY = day("2026-06-15");

test("ways of others are not a person's, ways of everybody are", () => {
  const shared = track();
  const [own] = signed();
  const theirs = track({ personId: "bob" });
  const facts = team({
    people: [ann()],
    units: [version()],
    tracks: new Map([["3.1", [shared, theirs, own ?? shared]]]),
  });
  const index = indexFacts(facts);
  expect(pairFacts(index, ann(), version()).tracks).toEqual([shared, own]);
  expect(pairFacts(index, person("eva"), version()).tracks).toEqual([shared]);
  expect(pairFacts(index, ann(), version({ id: "unknown" })).tracks).toEqual([]);
});

test("a unit's gates are asked for once", () => {
  const units = [version()];
  const index = indexFacts(team({ people: [ann(), bare], units }));
  const [first] = units;
  if (!first) throw new Error("no unit");
  expect(pairFacts(index, ann(), first).gates).toBe(pairFacts(index, bare, first).gates);
});

test("other versions are those of the same project that the same person signed, in their order", () => {
  const units = ["3.1", "2.2", "10.0", "1.0"].map((v) => version({ id: v, code: `mimiciv/${v}` }));
  const eicu = version({ id: "e", code: "eicu/2.0" });
  const facts = team({
    people: [ann(), bare],
    units: [...units, eicu],
    tracks: new Map([
      ["2.2", signed()],
      ["10.0", signed()],
      ["1.0", signed(NOTHING)],
      ["e", signed()],
    ]),
  });
  const index = indexFacts(facts);
  expect(pairFacts(index, ann(), version()).otherVersions).toEqual(["mimiciv/2.2", "mimiciv/10.0"]);
  expect(
    pairFacts(index, ann(), version({ id: "2.2", code: "mimiciv/2.2" })).otherVersions,
  ).toEqual(["mimiciv/10.0"]);
  expect(pairFacts(index, bare, version()).otherVersions).toEqual([]);
});

test("an open unit of an archive without rules is open", () => {
  const facts = unit({ archive: "openneuro", accessClass: "open" });
  const index = indexFacts(team({ people: [bare], units: [facts] }));
  expect(inShort(readiness(pairFacts(index, bare, facts), TODAY))).toBe("ready");
});

test("a unit behind a login whose rules nobody taught us is not confirmed, and says why", () => {
  const facts = unit({ archive: "grand-challenge", accessClass: "registration" });
  const index = indexFacts(team({ people: [bare], units: [facts] }));
  const verdict = readiness(pairFacts(index, bare, facts), TODAY);
  expect(inShort(verdict)).toBe("not_confirmed");
  expect(verdict.remarks).toEqual([{ code: "rules_unknown", gate: null, on: null }]);
});

test("the team's rules decide about gates", () => {
  const restrictedUnit = { ...restricted, archive: "dbgap" };
  const rules = new Map([["dbgap", { identityProofFrom: "2026-01-01" }]]);
  const index = indexFacts(team({ people: [bare], units: [restrictedUnit], rules }));
  const ids = pairFacts(index, bare, restrictedUnit).gates.map(({ id }) => id);
  expect(ids).toContain("identity_proof");
});

test("a person without a way to the unit is judged all the same", () => {
  const facts = version();
  const index = indexFacts(team({ people: [ann()], units: [facts] }));
  expect(inShort(readiness(pairFacts(index, ann({ citi_data_only: HELD }), facts), TODAY))).toBe(
    "blocked, signature: missing",
  );
});
