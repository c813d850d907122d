import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { Terms } from "../archives/archive";
import { addYears, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { closeObligations, storeObligations } from "./obligations";
import { type SampleTeam, sampleTeam } from "./sample-team";
import { inTeam } from "./transaction";

const terms: Terms = {
  asksDuration: false,
  proposeEnd: ({ decidedOn }) => ({ endsOn: addYears(decidedOn, 1), rule: "One year." }),
  endDuty: {
    ...{ kind: "yearly", whatEnds: "access", whatToDo: "Renew.", safeDaysBefore: 30 },
    ...{ ifMissed: "Access ends.", source: "https://example.org" },
  },
};
let superuser: PrismaClient;
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeam(superuser, `duty-${++teams}`);
  await superuser.notice.deleteMany();
  await superuser.obligation.deleteMany();
});

/** Sets the last day of the sample grant and has its duties stored. */
async function endOn(text: string | null): Promise<void> {
  const grant = await superuser.grant.update({
    where: { id: team.grantId },
    data: { endsOn: text && dayToColumn(day(text)) },
  });
  await inTeam(team.lead, (tx) => storeObligations(tx, team.lead, { grant, terms }));
}

async function stored() {
  const rows = await superuser.obligation.findMany({ orderBy: { dueOn: "asc" } });
  return rows.map(({ dueOn, state, closedWhy }) => [
    dueOn.toISOString().slice(0, 10),
    state,
    closedWhy,
  ]);
}

const actions = async () =>
  (
    await superuser.event.findMany({
      where: { teamId: team.teamId, subjectType: "obligation" },
      orderBy: { seq: "asc" },
    })
  ).map(({ action }) => action);

it("the duty of a grant is stored once, in its owner's hands, with its rule", async () => {
  await endOn("2027-11-22");
  await endOn("2027-11-22");
  expect(await superuser.obligation.findMany()).toMatchObject([
    {
      ...{ teamId: team.teamId, requestId: team.requestId, grantId: team.grantId },
      ...{ ownerId: team.lead.personId, kind: "yearly", rule: "One year.", state: "open" },
    },
  ]);
  expect(await actions()).toEqual(["obligation.opened"]);
  const [job] = await superuser.$queryRaw<{ payload: unknown }[]>`
    select payload from graphile_worker._private_jobs where key = ${`plan:${team.teamId}`}`;
  expect(job?.payload).toEqual({ teamId: team.teamId });
});

it("a moved end closes the old duty, opens the new one, and both are in the history", async () => {
  await endOn("2027-11-22");
  await endOn("2027-12-24");
  expect(await stored()).toEqual([
    ["2027-11-22", "not_applicable", "the end moved from 22 Nov 2027 to 24 Dec 2027"],
    ["2027-12-24", "open", null],
  ]);
  await endOn("2027-11-22");
  expect((await stored()).map(([, state]) => state)).toEqual(["open", "not_applicable"]);
  await endOn(null);
  expect((await stored()).map(([, state]) => state)).toEqual(["not_applicable", "not_applicable"]);
  expect(await actions()).toEqual([
    ...["obligation.opened", "obligation.opened", "obligation.closed"],
    ...["obligation.opened", "obligation.closed", "obligation.closed"],
  ]);
});

it("the history says which duty was closed, how and why", async () => {
  await endOn("2027-11-22");
  await endOn(null);
  const closing = await superuser.event.findFirstOrThrow({
    where: { action: "obligation.closed" },
    orderBy: { seq: "desc" },
  });
  expect(closing.data).toMatchObject({
    ...{ kind: "yearly", dueOn: "2027-11-22" },
    ...{ state: "not_applicable", why: "nothing ends any more" },
  });
});

it("an ended grant leaves no open duty: done when renewed, else not applicable", async () => {
  const close = (why: string) =>
    inTeam(team.lead, (tx) =>
      closeObligations(tx, team.lead, {
        ...{ grantId: team.grantId, closedOn: day("2027-01-02"), why },
      }),
    );
  await endOn("2027-11-22");
  await close("renewed");
  expect(await stored()).toEqual([["2027-11-22", "done", "renewed"]]);
  await endOn("2027-12-24");
  await close("revoked");
  expect((await stored())[1]).toEqual(["2027-12-24", "not_applicable", "revoked"]);
});
