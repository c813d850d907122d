import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Visitor } from "../team/actor";
import { clientOf, forgive, LIMITS, limitKey, refund, spend } from "./limits";
import { outsideTeams } from "./transaction";

const START = Date.parse("2026-11-22T09:07:13Z");
const visitor = (milliseconds = 0): Visitor => ({
  kind: "visitor",
  ip: "192.0.2.1",
  now: new Date(START + milliseconds),
});
const { count, window } = LIMITS.signInOfAddress;

let superuser: PrismaClient;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const use = (value: string, milliseconds = 0) =>
  spend(visitor(milliseconds), [["signInOfAddress", value]]);

async function useUp(value: string, milliseconds = 0) {
  for (let i = 0; i < count; i++) await use(value, milliseconds);
}

const LIMITED = { code: "LIMITED" };

describe("a limit", () => {
  it("opens again exactly one window after the first use", async () => {
    await useUp("a");
    await expect(use("a", window - 1)).rejects.toMatchObject({
      ...LIMITED,
      message: "Too many tries. Try again in 1 minute.",
    });
    await use("a", window);
  });

  it("counts each value for itself", async () => {
    await useUp("b");
    await use("c");
  });

  it("lets exactly so many through when all come at once", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 4 * count }, () => use("d")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(count);
  });

  it("that refuses leaves the other limits of the same try alone", async () => {
    await useUp("h");
    for (let i = 0; i < count; i++) {
      const both = spend(visitor(), [
        ["signInOfAddress", "h"],
        ["signInFromIp", "192.0.2.9"],
      ]);
      await expect(both).rejects.toMatchObject(LIMITED);
    }
    const key = limitKey("signInFromIp", "192.0.2.9");
    expect(await superuser.rateLimit.count({ where: { key } })).toBe(0);
  });

  it("gives back one use, or all of them", async () => {
    await useUp("e");
    await outsideTeams(visitor(), (tx) => refund(tx, "signInOfAddress", "e"));
    await use("e");
    await expect(use("e")).rejects.toMatchObject(LIMITED);
    await outsideTeams(visitor(), (tx) => forgive(tx, "signInOfAddress", "e"));
    await useUp("e");
  });

  it("never gives more uses than there are", async () => {
    for (let i = 0; i < 3; i++) {
      await outsideTeams(visitor(), (tx) => refund(tx, "signInOfAddress", "f"));
    }
    await useUp("f");
    await expect(use("f")).rejects.toMatchObject(LIMITED);
  });

  it("keeps no address in its table, and sweeps what is long over", async () => {
    await use("ana@example.org");
    const key = limitKey("signInOfAddress", "ana@example.org");
    expect(await superuser.rateLimit.count({ where: { key } })).toBe(1);
    expect(JSON.stringify(await superuser.rateLimit.findMany())).not.toContain("ana");
    await use("g", 3 * 86_400_000);
    expect(await superuser.rateLimit.count({ where: { key } })).toBe(0);
  });
});

describe("a client", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("at %s counts as %s", (ip, client) => {
    expect(clientOf(ip)).toBe(client);
  });
});
