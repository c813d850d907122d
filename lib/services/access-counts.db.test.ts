import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { isOpen } from "../readiness/verdict";
import { todayFor } from "../team/today";
import { openTo, personAccess } from "./access";
import { countOpeners, countOpenUnits } from "./access-counts";
import { sampleAccessUnit, sampleApproval, sampleHolder, samplePerson } from "./sample-access";
import { sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let people: string[];
let units: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeams(superuser);
  const { teamId } = team.lead;
  people = [];
  for (const name of ["Ana", "Bo", "Chi"]) {
    people.push(await samplePerson(superuser, teamId, name, {}));
  }
  units = [];
  for (let n = 0; n < 3; n++) units.push((await sampleAccessUnit(superuser, "physionet")).id);
  const [ana = "", bo = "", chi = ""] = people;
  const [first = "", second = ""] = units;
  await sampleHolder(superuser, teamId, ana);
  await sampleHolder(superuser, teamId, bo);
  // Chi has an approval, and nothing of what else it takes.
  const approved = [
    [ana, first],
    [ana, second],
    [bo, first],
    [chi, first],
  ] as const;
  for (const [personId, unitId] of approved) {
    await sampleApproval(superuser, team.lead, { archive: "physionet", unitId, personId });
  }
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

describe("what is open today", () => {
  it("is counted for people as their own pages tell it", async () => {
    const counts = await countOpenUnits(team.viewer, people);
    expect(people.map((id) => counts.get(id))).toEqual([2, 1, 0]);
    for (const id of people) {
      const { cells } = await personAccess(team.viewer, id, todayFor(team.viewer));
      expect(counts.get(id)).toBe(cells.filter(isOpen).length);
    }
  });

  it("is counted for units as their own pages tell it", async () => {
    const [first = "", second = "", unasked = ""] = units;
    const counts = await countOpeners(team.viewer, units);
    expect([...counts]).toEqual([
      [first, 2],
      [second, 1],
    ]);
    const open = await openTo(team.viewer, units, todayFor(team.viewer));
    expect([first, second, unasked].map((id) => open[id]?.length)).toEqual([2, 1, 0]);
  });

  it("is counted for nobody of another team", async () => {
    expect(await countOpenUnits(team.stranger, people)).toEqual(new Map());
    expect(await countOpeners(team.stranger, units)).toEqual(new Map());
  });
});
