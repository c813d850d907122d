import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import type { Mailer } from "../email/transport";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { personAccess } from "./access";
import { deliverNotices } from "./delivery";
import { settleDuty } from "./duties";
import { listMail } from "./notices";
import { planReminders } from "./reminders";
import { deliveryAfter, sampleMailer } from "./sample-mail";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = day("2026-11-22");
const job = deliveryAfter();
let superuser: PrismaClient;
let mailbox: TestMailbox;
let mailer: Mailer;
let team: SampleTeam;
let owner: Member;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  mailbox = await openMailbox();
  mailer = sampleMailer(mailbox);
  team = await sampleTeam(superuser, `letters-${++teams}`);
  owner = await sampleMember(superuser, team.teamId, "member");
  await superuser.notice.deleteMany();
  await superuser.obligation.deleteMany({ where: { teamId: team.teamId } });
});

afterEach(async () => {
  mailer.close();
  await mailbox.stop();
});

const plan = () => planReminders(job, { on: TODAY, teamId: team.teamId });
const deliver = () => deliverNotices(job, mailer, {});
const recipients = () => mailbox.received.flatMap(({ to }) => to).sort();

async function addressOf(member: Member): Promise<string> {
  return (await superuser.user.findUniqueOrThrow({ where: { id: member.userId } })).email;
}

describe("the letter of a duty", () => {
  it("tells the owner of a duty apart from any request, and the leads, what to do, why and until when", async () => {
    const leaver = await sampleMember(superuser, team.teamId, "member");
    const { id } = await superuser.obligation.create({
      data: {
        ...{ teamId: team.teamId, ownerId: owner.personId, personId: leaver.personId },
        ...{ kind: "ega_staff_change", subject: "departure", what: "Tell the committee." },
        ...{ dueOn: dayToColumn(addDays(TODAY, 7)), rule: "The last day plus 30 days." },
        source: "https://example.org/clause",
      },
    });
    await plan();
    expect(await deliver()).toMatchObject({ sent: 2 });
    expect(recipients()).toEqual([await addressOf(team.lead), await addressOf(owner)].sort());
    const [{ mail } = expect.fail()] = mailbox.received;
    expect(mail.subject).toBe("Due 29 Nov 2026 (7 days left): Tell the committee.");
    expect(mail.text).toContain("What to do: Tell the committee.");
    expect(mail.text).toContain(`Person: ${leaver.name}`);
    expect(mail.text).toContain("Why this day: The last day plus 30 days.");
    expect(mail.text).toContain("Source: https://example.org/clause");
    expect(mail.text).toContain(`http://localhost:3000/t/${team.slug}/duties/${id}`);
    expect(mailbox.received.map((one) => one.mail.text).join()).toContain("the duty is yours");
    expect(await listMail(team.lead)).toMatchObject([{ number: null }, { number: null }]);
  });

  it("names to the second contact whose mail came back", async () => {
    const { teamId } = team;
    const second = await sampleMember(superuser, teamId, "member");
    await superuser.escalation.update({
      where: { teamId },
      data: { secondContactId: second.personId },
    });
    const { id: obligationId } = await superuser.obligation.create({
      data: {
        ...{ teamId, ownerId: owner.personId, kind: "team_task", subject: "report" },
        ...{ what: "Report.", dueOn: dayToColumn(addDays(TODAY, 7)), rule: "r", source: "s" },
      },
    });
    await superuser.notice.create({
      data: {
        ...{ teamId, obligationId, personId: owner.personId, toName: owner.name, bounced: true },
        ...{ key: "before", messageId: "<before@lab.test>", kind: "reminder", state: "failed" },
        ...{ toAddress: "gone@lab.test", createdAt: SAMPLE_NOW, nextAttemptAt: SAMPLE_NOW },
      },
    });
    await plan();
    await deliver();
    const address = await addressOf(second);
    const { text } = mailbox.received.find(({ to }) => to.includes(address))?.mail ?? {};
    expect(text).toContain(`because the mail about it to ${owner.name} came back`);
  });

  it("is dropped once the duty is done, and says so", async () => {
    const duty = await superuser.obligation.create({
      data: {
        ...{ teamId: team.teamId, requestId: team.requestId, ownerId: owner.personId },
        ...{ kind: "dbgap_copies", subject: "departure", what: "Remove Bo.", rule: "r" },
        ...{ dueOn: dayToColumn(addDays(TODAY, 7)), source: "s" },
      },
    });
    await plan();
    await settleDuty(owner, { id: duty.id, doneOn: TODAY, how: "" });
    expect(await deliver()).toMatchObject({ sent: 0, cancelled: 2 });
    expect(mailbox.received).toEqual([]);
    expect(await listMail(team.lead)).toMatchObject([
      { state: "cancelled", number: "GB-1", error: "The duty was closed meanwhile." },
      { state: "cancelled", number: "GB-1" },
    ]);
  });
});

describe("the letter of an approval's end", () => {
  it("names who may open the data today, as the access page does", async () => {
    const { teamId, requestId, grantId, lead } = team;
    const about = { teamId, requestId, grantId, ownerId: lead.personId, subject: grantId };
    await superuser.obligation.create({
      data: {
        ...about,
        ...{ kind: "dbgap_renewal", dueOn: dayToColumn(TODAY), rule: "One year.", source: "x" },
      },
    });
    await plan();
    await deliver();
    expect(mailbox.received.at(-1)?.mail.text).toContain("Open today to: nobody");

    const createdAt = SAMPLE_NOW;
    const since = dayToColumn(addDays(TODAY, -10));
    await superuser.identity.deleteMany({ where: { teamId } });
    await superuser.identity.create({
      data: {
        ...{ teamId, personId: lead.personId, scheme: "era_commons", createdAt },
        ...{ value: "ANA", key: "ANA", verifiedOn: since },
      },
    });
    const attested = { type: "sp800_171", step: "attested", stepSince: since, startsOn: since };
    await superuser.qualification.create({ data: { teamId, createdAt, ...attested } });
    await superuser.notice.deleteMany();
    await plan();
    await deliver();
    const { cells } = await personAccess(lead, lead.personId, TODAY);
    expect(cells.map(({ status }) => status)).toContain("ready_ending");
    expect(mailbox.received.at(-1)?.mail.text).toContain(`Open today to: ${lead.name}`);
  });
});
