import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { openMailbox, type TestMailbox } from "../email/test-mailbox";
import { type Mailer, openMailer } from "../email/transport";
import { freshDatabase } from "../launch/test-database";
import type { Job, Member } from "../team/actor";
import { deliverNotices } from "./delivery";
import { settleDuty } from "./duties";
import { listMail } from "./notices";
import { planReminders } from "./reminders";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = day("2026-11-22");
const job: Job = { kind: "job", name: "deliver_notices", now: SAMPLE_NOW };
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
  mailer = openMailer({ smtpUrl: mailbox.url, from: "Gatebook <gatebook@lab.test>" });
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
    await superuser.obligation.create({
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
    expect(mail.text).toContain(`http://localhost:3000/t/${team.slug}/people/${leaver.personId}`);
    expect(mailbox.received.map((one) => one.mail.text).join()).toContain("the duty is yours");
    expect(await listMail(team.lead)).toMatchObject([{ number: null }, { number: null }]);
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
