import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayOf, dayToColumn } from "../dates/day";
import type { TestMailbox } from "../email/test-mailbox";
import { type Mailer, openMailer } from "../email/transport";
import type { Job } from "../team/actor";
import { messageIdOf } from "./outbox";
import { SAMPLE_NOW, type SampleTeam } from "./sample-team";

/** For tests: hands what it sends to a test's mailbox. */
export function sampleMailer(mailbox: TestMailbox): Mailer {
  return openMailer({ smtpUrl: mailbox.url, from: "Gatebook <gatebook@lab.test>" });
}

/** For tests: the round that sends what waits, so many milliseconds after `SAMPLE_NOW`. */
export function deliveryAfter(after = 0): Job {
  return { kind: "job", name: "deliver_notices", now: new Date(SAMPLE_NOW.getTime() + after) };
}

/** A person with an address, as `sampleReader` makes them. */
export interface SampleReader {
  personId: string;
  name: string;
  address: string;
}

/** Of one width, so that their order does not depend on how many were made before. */
let made = 10_000;

/** For tests: somebody of the team who reads mail and signs in nowhere. */
export async function sampleReader(
  client: PrismaClient,
  { teamId }: Pick<SampleTeam, "teamId">,
  timeZone = "UTC",
): Promise<SampleReader> {
  const name = `Reader ${++made}`;
  const email = `reader-${made}@lab.test`;
  const startsOn = new Date("2020-01-01");
  const { id } = await client.person.create({ data: { teamId, name, email, timeZone, startsOn } });
  return { personId: id, name, address: email };
}

/** For tests: a duty of its own kind, owned by a reader. @returns its id */
export async function sampleDutyOf(
  client: PrismaClient,
  { teamId }: Pick<SampleTeam, "teamId">,
  reader: SampleReader,
  dueOn: Day,
): Promise<string> {
  const what = `Do ${++made}.`;
  const { id } = await client.obligation.create({
    data: {
      ...{ teamId, ownerId: reader.personId, kind: "ega_staff_change", subject: randomUUID() },
      ...{ what, dueOn: dayToColumn(dueOn), rule: "r", source: "s", nextPlanAt: FAR },
    },
  });
  return id;
}

/** So far ahead that no planning run of a test looks at the duty. */
const FAR = new Date("2100-01-01T00:00:00Z");

/** A mail that waits to be sent from now on. */
interface Waiting {
  now?: Date;
  plannedOn?: Day;
  /** The digest that carries it. */
  digestId?: string;
}

/** For tests: a reminder of a duty to a reader that is planned and not sent. @returns its id */
export async function sampleReminder(
  client: PrismaClient,
  { teamId }: Pick<SampleTeam, "teamId">,
  about: { reader: SampleReader; dutyId: string; milestone?: number },
  waiting: Waiting = {},
): Promise<string> {
  const { reader, dutyId, milestone = 7 } = about;
  const { dueOn } = await client.obligation.findUniqueOrThrow({ where: { id: dutyId } });
  const key = [dutyId, dueOn.toISOString().slice(0, 10), milestone, reader.personId].join(":");
  const row = { ...waitingRow(reader, waiting), kind: "reminder", key, teamId, dueOn, milestone };
  await client.notice.create({ data: { ...row, obligationId: dutyId } });
  return row.id;
}

/** For tests: a digest to a reader that carries reminders of several duties. @returns its id */
export async function sampleDigest(
  client: PrismaClient,
  team: Pick<SampleTeam, "teamId">,
  about: { reader: SampleReader; dutyIds: readonly string[] },
  waiting: Waiting = {},
): Promise<string> {
  const { reader, dutyIds } = about;
  const row = { ...waitingRow(reader, waiting), kind: "digest", teamId: team.teamId };
  await client.notice.create({ data: { ...row, key: `digest:${reader.personId}:${row.id}` } });
  for (const dutyId of dutyIds) {
    const one = { reader, dutyId, milestone: 30 };
    await sampleReminder(client, team, one, { ...waiting, digestId: row.id });
  }
  return row.id;
}

function waitingRow(reader: SampleReader, waiting: Waiting) {
  const { now = SAMPLE_NOW, plannedOn = dayOf(now, "UTC"), digestId = null } = waiting;
  const id = randomUUID();
  return {
    ...{ id, messageId: messageIdOf(id), personId: reader.personId, digestId },
    ...{ toAddress: reader.address, toName: reader.name, createdAt: now, nextAttemptAt: now },
    plannedOn: dayToColumn(plannedOn),
  };
}

/** Days from the sample's own. */
export function sampleDay(days: number): Day {
  return addDays(dayOf(SAMPLE_NOW, "UTC"), days);
}
