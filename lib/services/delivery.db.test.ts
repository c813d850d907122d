import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { forNext, openMailbox, type TestMailbox } from "../email/test-mailbox";
import type { Mailer } from "../email/transport";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { deliverNotices } from "./delivery";
import { inviteMember, revokeInvitation } from "./invitations";
import { listMail, resendNotice } from "./notices";
import { planReminders } from "./reminders";
import { deliveryAfter, sampleMailer } from "./sample-mail";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";
import { askForSignInLink } from "./sign-in";

const TODAY = day("2026-11-22");
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
let superuser: PrismaClient;
let mailbox: TestMailbox;
let mailer: Mailer;
let team: SampleTeam;
let owner: Member;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl, { max: 20 }));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  mailbox = await openMailbox();
  mailer = sampleMailer(mailbox);
  team = await sampleTeam(superuser, `mail-${++teams}`);
  const { teamId, requestId } = team;
  owner = await sampleMember(superuser, teamId, "member");
  await superuser.notice.deleteMany();
  await superuser.request.update({ where: { id: requestId }, data: { ownerId: owner.personId } });
  await superuser.obligation.updateMany({
    where: { teamId },
    // So near that each reminder goes alone.
    data: { dueOn: dayToColumn(addDays(TODAY, 5)) },
  });
});

afterEach(async () => {
  mailer.close();
  await mailbox.stop();
});

const plan = (on: Day = TODAY, after = 0) =>
  planReminders(deliveryAfter(after), { on, teamId: team.teamId });
const deliver = (after = 0, on?: Day) => deliverNotices(deliveryAfter(after), mailer, { on });
const states = async () => (await notices()).map(({ state }) => state);
const notices = () => superuser.notice.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
const recipients = () => mailbox.received.flatMap(({ to }) => to).sort();
const lastEvent = (action: string) =>
  superuser.event.findFirst({ where: { teamId: team.teamId, action }, orderBy: { seq: "desc" } });

async function addressOf(member: Member): Promise<string> {
  return (await superuser.user.findUniqueOrThrow({ where: { id: member.userId } })).email;
}

describe("delivery", () => {
  it("sends each reminder once, to the one it is for, with a link to the duty", async () => {
    await plan();
    expect(await deliver()).toEqual({ sent: 2, failed: 0, cancelled: 0, waiting: 0 });
    expect(await deliver()).toEqual({ sent: 0, failed: 0, cancelled: 0, waiting: 0 });
    expect(recipients()).toEqual([await addressOf(team.lead), await addressOf(owner)].sort());
    const [{ mail } = expect.fail()] = mailbox.received;
    expect(mail.subject).toMatch(
      /^\[GB-1\] Sample phs\S+, Ana \d+: access ends 27 Nov 2026 \(5 days left\)$/,
    );
    expect(mail.text).toContain("Friday 27 November 2026");
    const page = `http://localhost:3000/t/${team.slug}/duties/${team.obligationId}`;
    expect(mail.text).toContain(page);
    expect(mail.html).toContain(`href="${page}"`);
    expect(await states()).toEqual(["sent", "sent"]);
    expect(await lastEvent("reminder.sent")).toMatchObject({
      requestId: team.requestId,
      data: { milestone: 7, dueOn: "2026-11-27" },
    });
  });

  it("by many workers at once sends each mail once", async () => {
    await superuser.notice.createMany({ data: await invitations(60) });
    const reports = await Promise.all(Array.from({ length: 8 }, () => deliver()));
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(60);
    expect(new Set(recipients()).size).toBe(60);
    expect(mailbox.received).toHaveLength(60);
  });

  it("loses nothing while the mail server is away and sends when it is back", async () => {
    await plan();
    await mailbox.stop();
    expect(await deliver()).toMatchObject({ sent: 0, waiting: 2 });
    const [waiting] = await notices();
    expect(waiting).toMatchObject({ state: "pending", attempts: 1, lockedUntil: null });
    expect(waiting?.error).toContain("ECONNREFUSED");
    const wait = (waiting?.nextAttemptAt.getTime() ?? 0) - SAMPLE_NOW.getTime();
    expect(wait).toBeGreaterThanOrEqual(8 * SECOND);
    expect(wait).toBeLessThanOrEqual(15 * SECOND);
    expect(await deliver(SECOND)).toMatchObject({ sent: 0, waiting: 0 });
    await mailbox.start();
    expect(await deliver(20 * SECOND)).toMatchObject({ sent: 2 });
    expect(mailbox.received).toHaveLength(2);
  });

  it("wakes the worker when the next mail is due", async () => {
    await plan();
    await mailbox.stop();
    await deliver();
    const [row] = await superuser.$queryRaw<{ at: Date }[]>`
      select run_at as at from graphile_worker._private_jobs where key = 'deliver_notices:later'`;
    const wait = (row?.at.getTime() ?? 0) - SAMPLE_NOW.getTime();
    expect(wait).toBeGreaterThan(7 * SECOND);
    expect(wait).toBeLessThan(20 * SECOND);
  });

  it("fails a refused recipient at once, alone, and says why", async () => {
    await plan();
    const gone = await addressOf(owner);
    mailbox.refuseRecipient = (address) => (address === gone ? 550 : undefined);
    expect(await deliver()).toEqual({ sent: 1, failed: 1, cancelled: 0, waiting: 0 });
    const failed = (await notices()).find(({ state }) => state === "failed");
    expect(failed).toMatchObject({ toAddress: gone, attempts: 1 });
    expect(failed?.error).toContain("550");
    expect(await lastEvent("reminder.failed")).toMatchObject({ data: { to: owner.name } });
  });

  it("tries a put-off mail again, later each time, and gives it up after 72 hours", async () => {
    await superuser.notice.createMany({ data: await invitations(1, 96 * HOUR) });
    mailbox.refuseRecipient = () => 450;
    expect(await deliver()).toMatchObject({ waiting: 1 });
    expect(await deliver(71 * HOUR)).toMatchObject({ waiting: 1 });
    const [row] = await notices();
    expect(row?.nextAttemptAt.getTime()).toBeGreaterThan(SAMPLE_NOW.getTime() + 71 * HOUR);
    expect(await deliver(73 * HOUR)).toMatchObject({ failed: 1 });
  });

  it("after a lost answer sends again under the same Message-ID", async () => {
    await superuser.notice.createMany({ data: await invitations(1) });
    mailbox.befall = forNext(1, "lose");
    expect(await deliver()).toMatchObject({ waiting: 1 });
    expect(await deliver(20 * SECOND)).toMatchObject({ sent: 1 });
    const [row] = await notices();
    expect(mailbox.received.map(({ mail }) => mail.messageId)).toEqual([
      row?.messageId,
      row?.messageId,
    ]);
  });

  it("takes over what a killed worker had leased, once the lease has run out", async () => {
    await superuser.notice.createMany({ data: await invitations(1) });
    const lockedUntil = new Date(SAMPLE_NOW.getTime() + 180 * SECOND);
    await superuser.notice.updateMany({ data: { lockedUntil, attempts: 1 } });
    expect(await deliver(179 * SECOND)).toMatchObject({ sent: 0 });
    expect(await deliver(180 * SECOND)).toMatchObject({ sent: 1 });
  });

  it("limited to a day sends only the reminders planned as of it", async () => {
    await plan();
    await superuser.notice.createMany({ data: await invitations(1) });
    const on = addDays(TODAY, 4);
    await plan(on, SECOND);
    expect(await deliver(SECOND, on)).toMatchObject({ sent: 2 });
    expect(mailbox.received.map(({ mail }) => mail.subject)).toEqual([
      expect.stringContaining("(1 day left)"),
      expect.stringContaining("(1 day left)"),
    ]);
  });
});

/** Rows of invitations that wait to be sent, each to somebody else. */
async function invitations(count: number, validFor = HOUR) {
  const { teamId, lead } = team;
  const rows = await superuser.invitation.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      ...{ teamId, email: `guest-${index}@lab.test`, role: "viewer" as const },
      ...{ invitedBy: lead.name, createdAt: SAMPLE_NOW },
      expiresAt: new Date(SAMPLE_NOW.getTime() + validFor),
    })),
  });
  return rows.map(({ id, email }) => ({
    ...{ key: id, kind: "invitation", teamId, subjectId: id, toAddress: email },
    ...{ messageId: `<${id}@localhost>`, createdAt: SAMPLE_NOW, nextAttemptAt: SAMPLE_NOW },
  }));
}

describe("what changed after planning", () => {
  it("cancels the reminders of a closed duty", async () => {
    await plan();
    await superuser.obligation.updateMany({
      where: { teamId: team.teamId },
      data: { state: "done" },
    });
    expect(await deliver()).toMatchObject({ sent: 0, cancelled: 2 });
    expect((await notices())[0]?.error).toBe("The duty was closed meanwhile.");
    expect(mailbox.received).toEqual([]);
  });

  it("cancels the reminder of a recipient who has left", async () => {
    await plan();
    const gone = dayToColumn(addDays(TODAY, -1));
    await superuser.person.update({
      where: { id: owner.personId },
      data: { startsOn: gone, endsOn: gone },
    });
    expect(await deliver()).toMatchObject({ sent: 1, cancelled: 1 });
    expect(recipients()).toEqual([await addressOf(team.lead)]);
  });

  it("sends only the nearest of several reminders that waited", async () => {
    await plan();
    await plan(addDays(TODAY, 4), 96 * HOUR);
    expect(await deliver(96 * HOUR)).toMatchObject({ sent: 2, cancelled: 2 });
    expect(mailbox.received[0]?.mail.subject).toContain("(1 day left)");
  });

  it("tells the true number of days when a reminder waited", async () => {
    await plan();
    await deliver(48 * HOUR);
    expect(mailbox.received[0]?.mail.subject).toContain("(3 days left)");
  });

  it("writes to the address that a person has now", async () => {
    await plan();
    const email = `new-${teams}@lab.test`;
    await superuser.person.update({ where: { id: owner.personId }, data: { email } });
    await deliver();
    expect(recipients()).toContain(email);
  });
});

describe("other mail", () => {
  const invite = (email: string) =>
    inviteMember(team.lead, { email, role: "member", commandId: crypto.randomUUID() });

  it("an invitation goes out unless it was taken back", async () => {
    await invite("ana@lab.test");
    const { id } = await invite("eve@lab.test");
    await revokeInvitation(team.lead, { invitationId: id });
    expect(await deliver()).toMatchObject({ sent: 1, cancelled: 1 });
    expect(recipients()).toEqual(["ana@lab.test"]);
    expect(mailbox.received[0]?.mail.text).toContain("http://localhost:3000/welcome");
    expect(await lastEvent("invitation.sent")).toMatchObject({ data: { to: "ana@lab.test" } });
  });

  it("a sign-in link is made when its mail is written, and only the newest goes", async () => {
    const visitor = (after: number) =>
      ({ kind: "visitor", ip: "192.0.2.1", now: deliveryAfter(after).now }) as const;
    const ask = { email: "zoe@lab.test", callbackPath: "/" };
    await askForSignInLink(visitor(0), ask);
    await askForSignInLink(visitor(SECOND), ask);
    expect(await deliver(2 * SECOND)).toMatchObject({ sent: 1, cancelled: 1 });
    expect(recipients()).toEqual(["zoe@lab.test"]);
    expect(mailbox.received[0]?.mail.text).toMatch(
      /http:\/\/localhost:3000\/sign-in\/confirm\?token=[\w-]{43}\n/,
    );
  });
});

describe("the mail page", () => {
  it("lists the team's mail and lets an organiser send a failed one again", async () => {
    await plan();
    mailbox.refuseRecipient = () => 550;
    await deliver();
    const lines = await listMail(team.lead);
    expect(lines.map(({ state, number, milestone }) => [state, number, milestone])).toEqual([
      ["failed", "GB-1", 7],
      ["failed", "GB-1", 7],
    ]);
    mailbox.refuseRecipient = () => undefined;
    const later = { ...team.lead, now: deliveryAfter(100 * HOUR).now };
    const id = lines[0]?.id ?? "";
    await resendNotice(later, { id });
    expect(await deliver(100 * HOUR)).toMatchObject({ sent: 1 });
    expect(mailbox.received[0]?.mail.subject).toContain("(1 day left)");
    await expect(resendNotice(later, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await lastEvent("mail.resent")).toMatchObject({ subjectId: id });
  });

  it("shows nothing of another team and is closed to members", async () => {
    await plan();
    const stranger = (await sampleTeam(superuser, `other-${teams}`)).lead;
    const [mine] = await listMail(team.lead);
    expect((await listMail(stranger)).map(({ id }) => id)).not.toContain(mine?.id);
    const id = mine?.id ?? "";
    await expect(resendNotice(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listMail(owner)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
