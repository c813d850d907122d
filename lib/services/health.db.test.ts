import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase, type TestDatabase } from "../launch/test-database";
import type { Visitor } from "../team/actor";
import { databaseAnswers, readHealth } from "./health";
import { SAMPLE_NOW } from "./sample-team";

const visitor: Visitor = { kind: "visitor", ip: "192.0.2.1", now: SAMPLE_NOW };
const ago = (seconds: number) => new Date(SAMPLE_NOW.getTime() - seconds * 1_000);

let database: TestDatabase;
let superuser: PrismaClient;

beforeAll(async () => {
  database = await freshDatabase();
  superuser = connect(database.superuserUrl);
});

beforeEach(async () => {
  setDb(connect(database.appUrl));
  await superuser.notice.deleteMany();
  await beat(0);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const beat = (seconds: number) =>
  superuser.heartbeat.upsert({
    where: { name: "worker" },
    create: { name: "worker", at: ago(seconds) },
    update: { at: ago(seconds) },
  });

const waiting = (
  times: { created: number; due: number; attempts: number },
  more: Partial<Prisma.NoticeUncheckedCreateInput> = {},
) =>
  superuser.notice.create({
    data: {
      key: randomUUID(),
      messageId: randomUUID(),
      kind: "sign_in",
      toAddress: "ana@example.org",
      attempts: times.attempts,
      createdAt: ago(times.created),
      nextAttemptAt: ago(times.due),
      ...more,
    },
  });

describe("Gatebook's health", () => {
  it("is well with a living worker, no overdue mail and row-level security in force", async () => {
    expect(await readHealth(visitor)).toEqual({
      status: "ok",
      database: "up",
      worker: 0,
      mail: 0,
      held: 0,
      rowSecurity: "enforced",
    });
  });

  it("says when the role could look past row-level security", async () => {
    setDb(superuser);
    expect((await readHealth(visitor)).rowSecurity).toBe("bypassable");
  });

  it("says so, too, of a role that owns the tables", async () => {
    const owner = connect(database.ownerUrl);
    setDb(owner);
    expect((await readHealth(visitor)).rowSecurity).toBe("bypassable");
    await owner.$disconnect();
  });

  it.each([
    [90, "ok"],
    [91, "unwell"],
  ])("with a worker silent for %d seconds is %s", async (seconds, status) => {
    await beat(seconds);
    expect(await readHealth(visitor)).toMatchObject({ status, worker: seconds });
  });

  it("is unwell when there never was a worker", async () => {
    await superuser.heartbeat.deleteMany();
    expect(await readHealth(visitor)).toMatchObject({ status: "unwell", worker: null });
  });

  it.each([
    [900, "ok"],
    [901, "unwell"],
  ])("with mail waiting for %d seconds is %s", async (seconds, status) => {
    await waiting({ created: seconds, due: -60, attempts: 3 });
    expect(await readHealth(visitor)).toMatchObject({ status, mail: seconds });
  });

  it("does not mind mail that was written early and falls due later", async () => {
    await waiting({ created: 5_000, due: -60, attempts: 0 });
    expect(await readHealth(visitor)).toMatchObject({ status: "ok", mail: 0 });
  });

  it("counts a mail that was sent again from then on", async () => {
    await waiting({ created: 300_000, due: -60, attempts: 3 }, { retriesFrom: ago(120) });
    expect(await readHealth(visitor)).toMatchObject({ status: "ok", mail: 120 });
  });

  it("says how much mail is held back, which keeps nothing else from working", async () => {
    const times = { created: 5_000, due: 5_000, attempts: 0 };
    const digest = await waiting(times, { state: "held", kind: "digest" });
    await waiting(times, { state: "held", digestId: digest.id });
    expect(await readHealth(visitor)).toMatchObject({ status: "ok", mail: 0, held: 1 });
  });

  it("is unwell at once when PostgreSQL is away", async () => {
    setDb(connect("postgresql://nobody@127.0.0.1:1/none"));
    expect(await readHealth(visitor)).toMatchObject({ status: "unwell", database: "down" });
  });

  it("is unwell within three seconds when PostgreSQL takes connections and never answers", async () => {
    const silent = await listen();
    try {
      const address = silent.address();
      if (typeof address !== "object" || address === null) throw new Error("no port");
      setDb(connect(`postgresql://nobody@127.0.0.1:${address.port}/none`));
      const started = performance.now();
      expect(await readHealth(visitor)).toMatchObject({ database: "down" });
      expect(performance.now() - started).toBeLessThan(3_000);
    } finally {
      silent.close();
    }
  });
});

it("PostgreSQL that is away is noticed at once, by one question for all who ask", async () => {
  // The settings of tests name an address where nothing listens.
  const asked = Array.from({ length: 20 }, () => databaseAnswers(visitor));
  expect(new Set(asked).size).toBe(1);
  expect(await asked[0]).toBe(false);
});

function listen(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
