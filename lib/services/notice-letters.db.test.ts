import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { inviteMember } from "./invitations";
import { writeLetters } from "./notice-letters";
import { deliveryAfter } from "./sample-mail";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const job = deliveryAfter();
let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** What the mail that invites an address is called. */
async function subjectOf(email: string): Promise<string | undefined> {
  await inviteMember(team.lead, { email, role: "member", commandId: randomUUID() });
  const notice = await superuser.notice.findFirstOrThrow({ where: { toAddress: email } });
  const claimed = { ...notice, messageId: "", lockedUntil: SAMPLE_NOW };
  const [written] = await writeLetters(job, [claimed]);
  return written && "letter" in written.written ? written.written.letter?.subject : undefined;
}

/** The team knows somebody by an address, in a language that nobody may have chosen. */
async function known(email: string, language: "en" | "de") {
  const { personId: id } = await sampleMember(superuser, team.teamId, "viewer");
  await superuser.person.update({ where: { id }, data: { email, language, userId: null } });
}

it("an invitation speaks the language of the account, else the one that the team gave the person", async () => {
  await superuser.user.create({ data: { email: "ana@lab.test", language: "de" } });
  await known("ana@lab.test", "en");
  await known("bo@lab.test", "de");
  const english = await subjectOf("eve@lab.test");
  const german = await subjectOf("bo@lab.test");
  expect(german).not.toBe(english);
  expect(await subjectOf("ana@lab.test")).toBe(german);
});
