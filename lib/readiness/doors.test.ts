import { expect, test } from "vitest";
import { day } from "../dates/day";
import { bestDoor } from "./doors";
import type { Holding } from "./facts";
import { readiness } from "./readiness";
import { group, pair, project } from "./sample-dbgap";
import {
  claim,
  factsOf,
  HELD,
  holding,
  inShort,
  NOTHING,
  named,
  person,
  track,
  unit,
  waiting,
} from "./sample-facts";

const TODAY = day("2026-06-15");

/** The Lothian study: phs000821 at dbGaP, and its copy at EGA. */
function doors(dbgap: Holding, ega: Holding) {
  const ann = person("ann", { identities: { ega: HELD } });
  const copy = unit({ archive: "ega", id: "copy", code: "EGAD00001000821" });
  const tracks = [track({ approval: ega, agreement: HELD, people: named({ ann: "applicant" }) })];
  return [
    {
      door: "dbGaP",
      facts: factsOf(
        pair({
          person: ann,
          unit: group("GRU", { code: "phs000821.c1" }),
          tracks: [project("internal_collaborator", { approval: dbgap })],
        }),
      ),
    },
    { door: "EGA", facts: factsOf({ person: ann, unit: copy, tracks }) },
  ].map(({ door, facts }) => ({ door, verdict: readiness(facts, TODAY) }));
}

const LAPSED = holding(claim("2025-06-01", "2026-05-31"));

test.each<[string, Holding, Holding, string]>([
  ["either door open opens the study", LAPSED, HELD, "EGA: ready"],
  ["the first of two that are as good is taken", HELD, HELD, "dbGaP: ready"],
  [
    "the door that is open longer is better",
    holding(claim("2025-07-01", "2026-06-30")),
    holding(claim("2025-07-01", "2026-12-31")),
    "EGA: ready, until 2026-12-31",
  ],
  [
    "open to its last day is better than shut",
    holding(claim("2025-06-16", "2026-06-15")),
    waiting("in_review", "dac"),
    "dbGaP: ready_ending, until 2026-06-15",
  ],
  ["of shut doors the nearer is told", NOTHING, LAPSED, "EGA: lapsed, permission: lapsed"],
])("Lothian: %s", (_, dbgap, ega, expected) => {
  const best = bestDoor(doors(dbgap, ega));
  expect(best && `${best.door}: ${inShort(best.verdict)}`).toBe(expected);
});

test("without doors there is none", () => {
  expect(bestDoor([])).toBeUndefined();
});
