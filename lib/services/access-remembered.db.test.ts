import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { day } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { personForm } from "../people/forms";
import type { Member } from "../team/actor";
import { type Letters, rememberedLetters } from "./access-remembered";
import { createPerson } from "./people";
import { sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
const TODAY = day("2026-11-22");
const ASKED = { units: "ours", on: TODAY } as const;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

afterEach(() => vi.restoreAllMocks());

/** Letters that are worked out, with how often they were. */
function working(people: number, units: number) {
  const letters = {
    on: TODAY,
    places: new Map(Array.from({ length: units }, (_, place) => [`unit ${place}`, place])),
    rows: new Map(Array.from({ length: people }, (_, n) => [`person ${n}`, "r".repeat(units)])),
  };
  return vi.fn(async (): Promise<Letters> => letters);
}

async function asked(actor: Member, times: number, workOut: () => Promise<Letters>) {
  for (let time = 0; time < times; time++) await rememberedLetters(actor, ASKED, workOut);
}

async function somebodyJoins(lead: Member) {
  const person = personForm.parse({
    ...{ name: "Bo New", email: `${randomUUID()}@example.org`, position: "", institution: "" },
    ...{ rank: "", country: "", timeZone: "UTC", startsOn: "2026-11-01", endsOn: "" },
  });
  await createPerson(lead, { commandId: randomUUID(), person });
}

describe("a large matrix", () => {
  it("is worked out once for all who ask while nothing changes", async () => {
    team = await sampleTeams(superuser);
    const workOut = working(60, 60);
    await asked(team.lead, 2, workOut);
    await asked(team.viewer, 1, workOut);
    expect(workOut).toHaveBeenCalledTimes(1);
  });

  it("is worked out anew for another day, other units and another team", async () => {
    team = await sampleTeams(superuser);
    const workOut = working(60, 60);
    await asked(team.lead, 1, workOut);
    await rememberedLetters(team.lead, { ...ASKED, on: day("2026-11-23") }, workOut);
    await rememberedLetters(team.lead, { ...ASKED, units: "all" }, workOut);
    await asked(team.stranger, 1, workOut);
    expect(workOut).toHaveBeenCalledTimes(4);
  });

  it("is worked out anew after the next line of the team's history", async () => {
    team = await sampleTeams(superuser);
    const workOut = working(60, 60);
    await asked(team.lead, 1, workOut);
    await somebodyJoins(team.lead);
    await asked(team.lead, 2, workOut);
    expect(workOut).toHaveBeenCalledTimes(2);
  });

  it("is worked out anew where the history went on while it was", async () => {
    team = await sampleTeams(superuser);
    const before = working(60, 60);
    await rememberedLetters(team.lead, ASKED, async () => {
      await somebodyJoins(team.lead);
      return before();
    });
    const after = working(60, 60);
    await asked(team.lead, 1, after);
    expect(after).toHaveBeenCalledTimes(1);
  });

  it("is worked out anew after a minute, whatever the history says", async () => {
    team = await sampleTeams(superuser);
    const workOut = working(60, 60);
    await asked(team.lead, 1, workOut);
    const now = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(now + 60_001);
    await asked(team.lead, 1, workOut);
    expect(workOut).toHaveBeenCalledTimes(2);
  });
});

describe("a small matrix", () => {
  it("is worked out whenever somebody asks", async () => {
    team = await sampleTeams(superuser);
    const workOut = working(20, 100);
    await asked(team.lead, 3, workOut);
    expect(workOut).toHaveBeenCalledTimes(3);
  });
});
