import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { addDays, dayOf } from "../dates/day";
import { messageIdOf } from "../services/outbox";
import { sampleDutyOf, sampleReader, sampleReminder } from "../services/sample-mail";
import { sampleTeam } from "../services/sample-team";
import { openWorkplace, type Workplace } from "./sample-worker";

const MAILS = 60;
/** What a worker may have in hand when it is killed: on the wire, or sent and not marked. */
const IN_HAND = 28;
let place: Workplace;

beforeAll(async () => {
  place = await openWorkplace();
});

afterEach(() => place.clear());

afterAll(() => place.close());

const sent = (ids: string[]) =>
  place.superuser.notice.count({ where: { id: { in: ids }, state: "sent" } });
const patiently = { timeout: 40_000, interval: 20 };

it("what a worker had in hand when it was killed goes by another, under the same Message-ID", async () => {
  const { superuser, mailbox } = place;
  const team = await sampleTeam(superuser, "killed");
  await superuser.notice.deleteMany();
  await superuser.obligation.deleteMany({ where: { teamId: team.teamId } });
  const now = new Date();
  const ids: string[] = [];
  for (let index = 0; index < MAILS; index++) {
    const reader = await sampleReader(superuser, team);
    const dutyId = await sampleDutyOf(superuser, team, reader, addDays(dayOf(now, "UTC"), 5));
    ids.push(await sampleReminder(superuser, team, { reader, dutyId }, { now }));
  }
  mailbox.delay = 100;
  const { worker: first } = place.start();
  await vi.waitFor(() => expect(mailbox.received.length).toBeGreaterThan(8), patiently);
  first.kill("SIGKILL");
  await vi.waitFor(() => expect(first.signalCode).toBe("SIGKILL"), patiently);
  expect(await sent(ids)).toBeLessThan(MAILS);
  // Three minutes later, when its lease has run out.
  await superuser.notice.updateMany({
    where: { state: "pending" },
    data: { lockedUntil: new Date(Date.now() - 1) },
  });
  mailbox.delay = 0;
  place.start();
  await vi.waitFor(async () => expect(await sent(ids)).toBe(MAILS), patiently);
  // A worker recomputes duties when it starts, which may call for mail to the lead besides.
  const received = mailbox.received.filter(({ to }) => to[0]?.startsWith("reader-"));
  const told = received.map(({ mail }) => mail.messageId);
  expect(new Set(told)).toEqual(new Set(ids.map(messageIdOf)));
  expect(told.length - MAILS).toBeLessThanOrEqual(IN_HAND);
}, 90_000);
