import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Visitor } from "../team/actor";
import {
  endMySessions,
  endSession,
  IDLE_HOURS,
  readSession,
  SESSION_DAYS,
  startSession,
} from "./sessions";
import { outsideTeams } from "./transaction";

const START = Date.parse("2026-11-22T09:00:00Z");
const later = (hours: number): Visitor => ({
  kind: "visitor",
  ip: "192.0.2.1",
  now: new Date(START + hours * 3_600_000),
});

let superuser: PrismaClient;
let userId: string;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  const user = await superuser.user.create({ data: { email: "ana@example.org" } });
  userId = user.id;
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const start = (hours = 0) =>
  outsideTeams(later(hours), (tx) => startSession(tx, userId, later(hours).now));

describe("a session", () => {
  it("is found by its token, of which only the hash is stored", async () => {
    const token = await start();
    expect(await readSession(later(0), token)).toMatchObject({ userId, email: "ana@example.org" });
    const [row] = await superuser.session.findMany({ orderBy: { id: "desc" } });
    expect(row?.sessionToken).toMatch(/^[0-9a-f]{64}$/);
    expect(await readSession(later(0), row?.sessionToken ?? "")).toBeNull();
  });

  it("ends when nobody uses it for half a day", async () => {
    const token = await start();
    expect(await readSession(later(IDLE_HOURS), token)).toBeNull();
  });

  it("lasts while it is used, but never beyond a week", async () => {
    const token = await start();
    for (let hour = 8; hour < SESSION_DAYS * 24; hour += 8) {
      expect(await readSession(later(hour), token), `after ${hour} hours`).not.toBeNull();
    }
    expect(await readSession(later(SESSION_DAYS * 24), token)).toBeNull();
  });

  it("ends with sign-out, on this device only", async () => {
    const [one, other] = [await start(), await start()];
    await endSession(later(1), one);
    await endSession(later(1), one);
    expect(await readSession(later(1), one)).toBeNull();
    expect(await readSession(later(1), other)).not.toBeNull();
  });

  it("ends everywhere when the user says so, and no one else's does", async () => {
    const other = await superuser.user.create({ data: { email: "ben@example.org" } });
    const theirs = await outsideTeams(later(0), (tx) => startSession(tx, other.id, later(0).now));
    const tokens = [await start(), await start()];
    const user = await readSession(later(1), tokens[0] ?? "");
    if (!user) throw new Error("not signed in");
    expect(await endMySessions(user)).toBeGreaterThanOrEqual(2);
    for (const token of tokens) expect(await readSession(later(1), token)).toBeNull();
    expect(await readSession(later(1), theirs)).not.toBeNull();
  });

  it("of an unknown or odd token is nobody's", async () => {
    for (const token of ["x", "\u0000", "x".repeat(5_000)]) {
      expect(await readSession(later(0), token)).toBeNull();
    }
  });
});
