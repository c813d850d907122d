import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { claimDue } from "./notice-claims";
import { SAMPLE_NOW, type SampleTeam, sampleTeam } from "./sample-team";
import { asJob } from "./transaction";

const HOUR = 3_600_000;
let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "claims");
  await superuser.notice.deleteMany();
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** Mails of a kind that are due for so many hours. */
function waiting(kind: string, count: number, hours: number) {
  const at = new Date(SAMPLE_NOW.getTime() - hours * HOUR);
  return superuser.notice.createMany({
    data: Array.from({ length: count }, () => ({
      ...{ key: randomUUID(), messageId: randomUUID(), kind, teamId: team.teamId },
      ...{ toAddress: "ana@lab.test", createdAt: at, nextAttemptAt: at },
    })),
  });
}

async function claim(take: number): Promise<string[]> {
  const until = new Date(SAMPLE_NOW.getTime() + HOUR);
  const rows = await asJob({ kind: "job", name: "claims", now: SAMPLE_NOW }, (tx) =>
    claimDue(tx, { now: SAMPLE_NOW, until, take }),
  );
  return rows.map(({ kind }) => kind).sort();
}

it("what somebody waits for goes before all reminders, however long those are due", async () => {
  await waiting("digest", 300, 3);
  await waiting("invitation", 1, 1);
  await waiting("sign_in", 1, 0);
  await waiting("sign_in", 1, -1);
  expect(await claim(4)).toEqual(["digest", "digest", "invitation", "sign_in"]);
  await waiting("sign_in", 5, 0);
  expect(await claim(3)).toEqual(Array(3).fill("sign_in"));
  expect(await claim(3)).toEqual(["digest", "sign_in", "sign_in"]);
});
