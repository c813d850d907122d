import { once } from "node:events";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { day, dayToColumn } from "../dates/day";
import { sampleTeam } from "../services/sample-team";
import { askForSignInLink } from "../services/sign-in";
import { openWorkplace, type Workplace } from "./sample-worker";

const PATIENCE = { timeout: 30_000, interval: 50 };
let place: Workplace;

beforeAll(async () => {
  place = await openWorkplace();
});

afterEach(() => place.clear());

afterAll(() => place.close());

async function askForLink(email: string): Promise<void> {
  await askForSignInLink(
    { kind: "visitor", ip: "192.0.2.1", now: new Date() },
    {
      email,
      callbackPath: "/",
    },
  );
}

const arrived = (address: string) =>
  vi.waitFor(() => {
    expect(place.mailbox.received.flatMap(({ to }) => to)).toContain(address);
  }, PATIENCE);

/** As when PostgreSQL stops: ends all connections to the test's database and takes no new ones. */
async function takeDatabaseAway(): Promise<void> {
  await asAdmin([
    `alter database ${databaseName()} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName()}'`,
  ]);
}
const bringDatabaseBack = () =>
  asAdmin([`alter database ${databaseName()} allow_connections true`]);
const databaseName = () => new URL(place.database.appUrl).pathname.slice(1);

async function asAdmin(statements: string[]): Promise<void> {
  const url = new URL(place.database.superuserUrl);
  url.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

/** Seconds since the worker's last heartbeat. */
const pulse = async () => {
  const row = await place.superuser.heartbeat.findUnique({ where: { name: "worker" } });
  return row ? (Date.now() - row.at.getTime()) / 1_000 : Number.POSITIVE_INFINITY;
};

it("plans what is due when it starts, sends what is queued, beats, and stops when told", async () => {
  const team = await sampleTeam(place.superuser, "worker");
  const today = new Date().toISOString().slice(0, 10);
  await place.superuser.obligation.updateMany({ data: { dueOn: dayToColumn(day(today)) } });
  const { worker, said } = place.start();
  const lead = await place.superuser.user.findUniqueOrThrow({ where: { id: team.lead.userId } });
  await arrived(lead.email);
  expect(place.mailbox.received[0]?.mail.subject).toContain("(today)");
  expect(await pulse()).toBeLessThan(20);

  await askForLink("zoe@lab.test");
  await arrived("zoe@lab.test");
  const told = performance.now();
  worker.kill("SIGTERM");
  expect(await once(worker, "exit")).toEqual([0, null]);
  expect(performance.now() - told).toBeLessThan(5_000);
  expect(said.join("")).not.toMatch(/token=(?!\[hidden\])/);
}, 90_000);

it("survives PostgreSQL going away and works on when it is back", async () => {
  const { worker, said } = place.start();
  await askForLink("before@lab.test");
  await arrived("before@lab.test");
  await takeDatabaseAway();
  const refused = "not currently accepting connections";
  await vi.waitFor(() => expect(said.join("")).toContain(refused), PATIENCE);
  await bringDatabaseBack();
  await vi.waitFor(() => askForLink("after@lab.test"), PATIENCE);
  await arrived("after@lab.test");
  expect(worker.exitCode).toBeNull();
}, 90_000);
