import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { type SampleTeam, sampleTeam } from "../services/sample-team";
import { main } from "./audit-verify-command";

let tamperer: pg.Client;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  const superuser = connect(database.superuserUrl);
  team = await sampleTeam(superuser, "lab");
  await sampleTeam(superuser, "neighbours");
  await superuser.$disconnect();
  setDb(connect(database.appUrl));
  tamperer = new pg.Client({ connectionString: database.superuserUrl });
  await tamperer.connect();
});

afterAll(() => Promise.all([tamperer.end(), db().$disconnect()]));

async function run(): Promise<{ code: number; printed: string[]; complaint: string }> {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const error = vi.spyOn(console, "error").mockReturnValue();
  const code = await main();
  const printed = log.mock.calls.map(([line]) => String(line));
  const complaint = String(error.mock.calls[0]?.[0] ?? "");
  vi.restoreAllMocks();
  return { code, printed, complaint };
}

it("ends well while history holds", async () => {
  const printed = ["lab: ok, 1 event", "neighbours: ok, 1 event"];
  expect(await run()).toEqual({ code: 0, printed, complaint: "" });
});

it("fails and names the first broken link once a byte was changed", async () => {
  await tamperer.query(`alter table "Event" disable trigger all`);
  await tamperer.query(`update "Event" set "actorName" = 'Eve' where "teamId" = $1`, [team.teamId]);
  const { code, complaint } = await run();
  expect(code).toBe(1);
  expect(complaint).toMatch(/First broken link: lab: broken at event 1 \(.{36}\), its content/);
});
