import { afterAll, beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { todayFor } from "../team/today";
import { getDashboard } from "./dashboard";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** A grant in force that ends so many days from today, on an item of its own. */
async function grantEndingIn(days: number) {
  const { teamId, requestId, cycleId, lead } = team;
  const unit = await superuser.accessUnit.findUniqueOrThrow({ where: { id: team.unitId } });
  const { id: _, ...facts } = { ...unit, code: `${unit.code}/${days}` };
  const { id: unitId } = await superuser.accessUnit.create({ data: facts });
  const startsOn = dayToColumn(addDays(todayFor(lead), -400));
  const within = { teamId, requestId, unitId };
  const item = await superuser.requestItem.create({
    data: {
      ...{ ...within, step: "approved", status: "approved", stepSince: startsOn },
      waitingOn: "nobody",
    },
  });
  await superuser.grant.create({
    data: {
      ...{ ...within, cycleId, itemId: item.id, decidedOn: startsOn, startsOn },
      ...{ endsOn: dayToColumn(addDays(todayFor(lead), days)), createdAt: lead.now },
    },
  });
}

it("shows what ends next, however much has ended before", async () => {
  for (const days of [-300, -200, -100, -90, -80, -70, -60, -50, 5, 30]) await grantEndingIn(days);
  const { endsNext } = await getDashboard(team.lead);
  const today = todayFor(team.lead);
  expect(endsNext.map(({ endsOn }) => endsOn)).toEqual(
    [-70, -60, -50, 0, 5, 30].map((days) => addDays(today, days)),
  );
});
