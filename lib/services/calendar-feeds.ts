import { createHash, createHmac, randomUUID } from "node:crypto";
import { calendarText } from "../calendar/calendar-text";
import type { FeedScope } from "../calendar/feed-scope";
import type { CreateFeed, RevokeFeed } from "../calendar/forms";
import { dayOf } from "../dates/day";
import { env } from "../env";
import { AppError, notFound } from "../errors";
import { languageOf } from "../languages";
import type { Job, Member, Visitor } from "../team/actor";
import { authorise, authoriseFor, can, canRecordFor } from "../team/permissions";
import { eventsOfCalendar } from "./calendar-events";
import { once } from "./commands";
import { record } from "./events";
import { clientOf, spend } from "./limits";
import { hashOf } from "./sessions";
import { enterAs } from "./teams";
import { asJob, inTeam, type Tx } from "./transaction";

const HOUR = 3_600_000;
/** More addresses than anybody has calendar programs. */
const MOST = 20;
/** Where nobody's feed is looked for, so that a wrong secret costs the same work as an ended one. */
const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** An address from which calendar programs read, as its makers see it. Its secret is not known any more. */
export interface CalendarFeed {
  id: string;
  scope: FeedScope;
  name: string;
  madeBy: { id: string; name: string };
  createdAt: Date;
  /** To the hour. */
  lastReadAt: Date | null;
}

/**
 * The addresses in use, newest first: one's own, and for those who organise the team's people all of
 * them.
 */
export async function listCalendarFeeds(actor: Member): Promise<CalendarFeed[]> {
  authorise(actor, "calendar.share");
  const { teamId, personId } = actor;
  const seesAll = canRecordFor(actor, "calendar.share", null);
  const rows = await inTeam(actor, (tx) =>
    tx.calendarFeed.findMany({
      where: { teamId, revokedAt: null, ...(!seesAll && { madeById: personId }) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: {
        ...{ id: true, personId: true, name: true, createdAt: true, lastReadAt: true },
        madeBy: { select: { id: true, name: true } },
      },
    }),
  );
  return rows.map(({ personId: whose, ...row }) => ({ ...row, scope: whose ? "mine" : "team" }));
}

/**
 * Makes an address from which calendar programs read one's own duties, or the team's, without
 * signing in. Its secret (256 bits) is shown once: the database keeps its hash. It follows from ours
 * and the row's id, so that the same form sent twice gets the same answer.
 * @returns the address
 * @throws AppError CONFLICT where somebody has very many already
 */
export async function createCalendarFeed(actor: Member, input: CreateFeed): Promise<string> {
  authorise(actor, "calendar.share");
  const { teamId, personId, now } = actor;
  const { id } = await inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const had = await tx.calendarFeed.count({
        where: { teamId, madeById: personId, revokedAt: null },
      });
      if (had >= MOST) {
        throw new AppError("CONFLICT", `You have ${MOST} addresses. Revoke one of them first.`);
      }
      const isMine = input.scope === "mine";
      const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
      const feed = {
        ...{ teamId, madeById: personId, createdAt: now, personId: isMine ? personId : null },
        name: isMine ? actor.name : team.name,
      };
      const id = randomUUID();
      await tx.calendarFeed.create({ data: { ...feed, id, secretHash: hashOf(secretOf(id)) } });
      await note(tx, actor, "calendar.shared", { id, name: feed.name });
      return { id };
    }),
  );
  return `${env().APP_URL}/api/calendar/${secretOf(id)}.ics`;
}

/**
 * Ends an address at once. Everybody ends their own; those who organise for others end any.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function revokeCalendarFeed(actor: Member, { id }: RevokeFeed): Promise<void> {
  authorise(actor, "calendar.share");
  const { teamId, now } = actor;
  await inTeam(actor, async (tx) => {
    const feed = await tx.calendarFeed.findFirst({ where: { teamId, id } });
    if (!feed) throw notFound("calendar address");
    authoriseFor(actor, "calendar.share", feed.madeById);
    const { count } = await tx.calendarFeed.updateMany({
      where: { teamId, id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) await note(tx, actor, "calendar.revoked", { id, name: feed.name });
  });
}

/** What a calendar program gets. */
export interface ServedCalendar {
  text: string;
  /** Of the text: the same as long as nothing changed. */
  etag: string;
}

/**
 * The calendar behind a secret, whole. Wrong, malformed and revoked ones are the same NOT_FOUND after
 * the same work, as is one whose maker may not read the team's duties any more. Only failed tries are
 * counted: many calendars are fetched from the one address of a calendar service.
 * @throws AppError NOT_FOUND, LIMITED
 */
export async function readCalendarFeed(visitor: Visitor, secret: string): Promise<ServedCalendar> {
  authorise(visitor, "calendar.serve");
  const { ip, now } = visitor;
  const job: Job = { kind: "job", name: "calendar", now };
  // Looked for by its hash: how long that takes says nothing about how near a guess was.
  const feed = await asJob(job, (tx) =>
    tx.calendarFeed.findUnique({ where: { secretHash: hashOf(secret) } }),
  );
  const inUse = feed?.revokedAt === null ? feed : null;
  const teamId = inUse?.teamId ?? NOWHERE;
  const text = await inTeam({ ...job, teamId }, async (tx) => {
    const maker = await findMaker(tx, teamId, inUse?.madeById ?? NOWHERE, now);
    if (!inUse || !maker) return null;
    await tx.calendarFeed.updateMany({
      where: {
        ...{ teamId, id: inUse.id },
        OR: [{ lastReadAt: null }, { lastReadAt: { lt: new Date(now.getTime() - HOUR) } }],
      },
      data: { lastReadAt: now },
    });
    const today = dayOf(now, maker.timeZone);
    const language = languageOf(maker.language);
    const reading = { personId: inUse.personId, today, language };
    const events = await eventsOfCalendar(tx, teamId, reading);
    return calendarText(events, { name: `Gatebook: ${inUse.name}` });
  });
  if (text === null) {
    await spend(visitor, [["calendarFromIp", clientOf(ip)]]);
    throw notFound("calendar");
  }
  return { text, etag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}

/** Who made an address, as long as they are on the team and may read its duties. */
async function findMaker(tx: Tx, teamId: string, personId: string, now: Date) {
  const maker = await tx.person.findFirst({
    where: { teamId, id: personId },
    select: { userId: true },
  });
  const userId = maker?.userId ?? NOWHERE;
  const membership = await tx.membership.findFirst({ where: { teamId, userId } });
  const role = membership?.role ?? "viewer";
  const here = await enterAs(tx, { userId, now }, { teamId, role });
  if (!membership || !here) return null;
  const member: Member = {
    ...{ kind: "user", userId, teamId, role, personId, name: here.name, now },
  };
  return can(member, "calendar.read") ? here : null;
}

function secretOf(feedId: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(`calendar:${feedId}`)
    .digest("base64url");
}

async function note(
  tx: Tx,
  actor: Member,
  action: string,
  { id, name }: Record<"id" | "name", string>,
) {
  await record(tx, actor, {
    ...{ action, subjectType: "calendar", subjectId: id, data: { name } },
  });
}
