import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { verifyAllChains, verifyChain } from "./audit";
import { record } from "./events";
import { SAMPLE_NOW, type SampleTeam, sampleTeam } from "./sample-team";
import { inTeam } from "./transaction";

const job = { kind: "job", name: "audit:verify", now: SAMPLE_NOW } as const;
let superuser: PrismaClient;
let tamperer: pg.Client;
let app: pg.Client;
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  tamperer = new pg.Client({ connectionString: database.superuserUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([tamperer.connect(), app.connect()]);
});

beforeEach(async () => {
  team = await sampleTeam(superuser, `lab-${++teams}`);
  await Promise.all(Array.from({ length: 20 }, (_, index) => addEvent(index)));
});

afterAll(async () => {
  await Promise.all([tamperer.end(), app.end(), superuser.$disconnect(), db().$disconnect()]);
});

function addEvent(index: number): Promise<void> {
  return inTeam(team.lead, (tx) =>
    record(tx, team.lead, {
      action: "request.noted",
      subjectType: "request",
      subjectId: randomUUID(),
      requestId: team.requestId,
      data: { text: `Zürich \u202E ${index}`, nested: { b: 1, a: [0.1, null] } },
    }),
  );
}

/** Changes history as only somebody with the database's highest rights can. */
async function tamper(sql: string): Promise<void> {
  await tamperer.query(`alter table "Event" disable trigger all`);
  await tamperer.query(sql, [team.teamId]);
  await tamperer.query(`alter table "Event" enable trigger all`);
}

const brokenBy = async (sql: string) => {
  await tamper(sql);
  return (await verifyChain(team.lead)).broken;
};

it("20 events at once make one unbroken chain", async () => {
  const { teamId } = team;
  const events = await superuser.event.count({ where: { teamId } });
  expect(events).toBeGreaterThan(20);
  expect(await verifyChain(team.lead)).toEqual({ teamId, events });
});

it("a changed byte is found", async () => {
  const broken = await brokenBy(
    `update "Event" set data = jsonb_set(data, '{text}', '"Zurich"') where "teamId" = $1 and seq = 7`,
  );
  expect(broken).toEqual({ what: "hash", seq: 7, eventId: expect.any(String) });
});

it("a changed byte is found even when its line was hashed again", async () => {
  const broken = await brokenBy(
    `update "Event" set "actorName" = 'Eve' where "teamId" = $1 and seq = 7`,
  );
  expect(broken).toMatchObject({ what: "hash", seq: 7 });
  const again = await brokenBy(
    `update "Event" e set hash = event_hash(e) where "teamId" = $1 and seq = 7`,
  );
  expect(again).toMatchObject({ what: "link", seq: 8 });
});

it("a missing line is found", async () => {
  const broken = await brokenBy(`delete from "Event" where "teamId" = $1 and seq = 7`);
  expect(broken).toMatchObject({ what: "gap", seq: 7 });
});

it("a cut-off end is found", async () => {
  const broken = await brokenBy(`delete from "Event" where "teamId" = $1 and seq > 15`);
  expect(broken).toEqual({ what: "head", seq: 16, eventId: null });
});

it("a history deleted with all its lines is found", async () => {
  expect(await brokenBy(`delete from "Event" where "teamId" = $1`)).toMatchObject({ what: "head" });
});

it("a job verifies every team and names the broken one", async () => {
  await tamper(`update "Event" set action = 'request.made' where "teamId" = $1 and seq = 2`);
  const reports = await verifyAllChains(job);
  expect(reports).toHaveLength(teams);
  expect(reports.find((report) => report.teamId === team.teamId)).toMatchObject({
    slug: team.slug,
    events: 1,
    broken: { what: "hash", seq: 2 },
  });
});

it("a member may not verify the chain", async () => {
  await expect(verifyChain({ ...team.lead, role: "member" })).rejects.toThrow("a lead can do it");
});

it.each([
  `update "Event" set action = 'x'`,
  `delete from "Event"`,
  `truncate "Event"`,
  `update "EventChain" set seq = 0`,
  `insert into "EventChain" ("teamId", seq, hash) values (gen_random_uuid(), 0, '')`,
  `delete from "EventChain"`,
])("the app's role is refused: %s", async (sql) => {
  await expect(app.query(sql)).rejects.toThrow("permission denied");
});
