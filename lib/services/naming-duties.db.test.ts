import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day, day, dayFromColumn, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { endNaming, nameInAppendix } from "./appendices";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = day("2026-11-22");
let superuser: PrismaClient;
let team: SampleTeam;
let bo: Member;
let agreementId: string;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeam(superuser, `naming-${++teams}`);
  bo = await sampleMember(superuser, team.teamId, "member");
  const agreement = await superuser.agreement.create({
    data: {
      ...{ teamId: team.teamId, archive: "ega", name: "Agreement with the DAC" },
      ...{ startsOn: dayToColumn(addDays(TODAY, -100)), createdAt: SAMPLE_NOW },
    },
  });
  agreementId = agreement.id;
});

function join(startsOn: Day | null, held: PersonFunction = "authorised_personnel") {
  const named = { personId: bo.personId, function: held, startsOn, endsOn: null };
  return nameInAppendix(team.lead, { commandId: randomUUID(), agreementId, named });
}

async function open() {
  const rows = await superuser.obligation.findMany({
    where: { teamId: team.teamId, personId: bo.personId, state: "open" },
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ kind, dueOn }) => [kind, dayFromColumn(dueOn)]);
}

describe("somebody named after the agreement began", () => {
  it("is told to the committee within 30 days, by whoever recorded it", async () => {
    await join(TODAY);
    expect(await open()).toEqual([["ega_joiner_notice", addDays(TODAY, 30)]]);
    const where = { personId: bo.personId };
    expect(await superuser.obligation.findFirst({ where })).toMatchObject({
      ...{ ownerId: team.lead.personId, requestId: null },
    });
  });

  it("is no news when named from the start, long ago, or in a function that opens nothing", async () => {
    await join(null);
    await join(addDays(TODAY, -31), "applicant");
    await join(TODAY, "legal_representative");
    expect(await open()).toEqual([]);
  });
});

describe("somebody named no longer who stays on the team", () => {
  it("is told to the committee and taken off the copies; a moved end moves both", async () => {
    const { id } = await join(null);
    const first = addDays(TODAY, 5);
    await endNaming(team.lead, { id, was: null, endsOn: first });
    expect(await open()).toEqual([
      ["ega_copies", first],
      ["ega_staff_change", addDays(first, 30)],
    ]);
    await endNaming(team.lead, { id, was: first, endsOn: addDays(first, 1) });
    expect(await open()).toEqual([
      ["ega_copies", addDays(first, 1)],
      ["ega_staff_change", addDays(first, 31)],
    ]);
  });

  it("brings nothing twice when the person leaves the team that day", async () => {
    const { id } = await join(null);
    const endsOn = addDays(TODAY, 5);
    await superuser.person.update({
      where: { id: bo.personId },
      data: { endsOn: dayToColumn(endsOn) },
    });
    await endNaming(team.lead, { id, was: null, endsOn });
    expect(await open()).toEqual([]);
  });

  it("does not close a whole project behind its own moves", async () => {
    const named = await superuser.agreementPerson.findFirstOrThrow({
      where: { teamId: team.teamId, function: "pi" },
    });
    await endNaming(team.lead, { id: named.id, was: null, endsOn: addDays(TODAY, 5) });
    const where = { teamId: team.teamId, kind: { startsWith: "dbgap_close" } };
    expect(await superuser.obligation.count({ where })).toBe(0);
  });
});
