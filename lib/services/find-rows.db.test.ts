import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { dayOf, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { readView } from "../lists/address";
import { PERSON_LIST } from "../lists/people";
import { find } from "./find";
import { searchPeople } from "./person-list";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = dayToColumn(dayOf(SAMPLE_NOW, "UTC"));
let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "team-a");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

describe("how something found stands", () => {
  it("is for people what it is where they are, as the list of people says it", async () => {
    const { personId: id } = await sampleMember(superuser, team.teamId, "member");
    const data = { name: "Wombat", timeZone: "Pacific/Kiritimati", endsOn: TODAY };
    await superuser.person.update({ where: { id }, data });
    const reader = { ...team.lead, now: new Date(TODAY.getTime() + 20 * 3_600_000) };
    const [person] = await find(reader, "wombat");
    expect(person?.state).toEqual({ of: "person", code: "left" });
    const { rows } = await searchPeople(reader, readView(PERSON_LIST, { q: "presence:left" }));
    expect(rows.map((row) => row.id)).toContain(id);
  });

  it("is for an agreement what its versions and signatures make of it", async () => {
    const stateOf = async (query: string) =>
      (await find(team.lead, query)).find(({ kind }) => kind === "agreement")?.state;
    expect(await stateOf("data use certification")).toMatchObject({ code: "in_force" });
    const { id: replacesId, ...same } = await superuser.agreement.findUniqueOrThrow({
      where: { id: team.agreementId },
    });
    await superuser.agreement.create({
      data: { ...same, id: randomUUID(), replacesId, change: "minor", name: "Bandicoot terms" },
    });
    expect(await stateOf("data use certification")).toMatchObject({ code: "replaced" });
    expect(await stateOf("bandicoot")).toMatchObject({ code: "in_force" });
  });
});
