import type { Prisma } from "@/prisma/client/client";
import { dayFromColumn } from "../dates/day";
import { type DutyState, dutyState } from "../duties/state";
import { notFound } from "../errors";
import { DEFAULT_LANGUAGE } from "../languages";
import {
  type InboxFilter,
  type MarkRead,
  type MarkUnread,
  MOST_COUNTED,
  NOTICES_A_PAGE,
} from "../reminders/inbox-form";
import { REASONS, type Reason } from "../reminders/recipients";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { LETTER_COLUMNS } from "./duty-letter";
import { type NoticeWords, noticeWords } from "./notice-words";
import { inTeam, type Tx } from "./transaction";

/** Whether the mail about it went, waits, could not be sent, or was not wanted. */
export type NoticeWay = "sent" | "pending" | "failed" | "in_app";

/** One reminder to its reader, in the words of its mail. */
export interface InboxNotice extends NoticeWords {
  id: string;
  dutyId: string;
  /** How the duty stands today. */
  state: DutyState;
  way: NoticeWay;
  /** Why the reader gets it, most telling first. */
  reasons: Reason[];
  /** In days before the duty, or as lib/reminders/milestones.ts writes hours. */
  milestone: number | null;
  createdAt: Date;
  isRead: boolean;
}

export interface Inbox {
  /** Newest first. */
  notices: InboxNotice[];
  page: number;
  pages: number;
}

const WAYS = ["pending", "sent", "failed", "in_app"] as const;

/** The reminders of the actor, and nobody else's: mails that were dropped or kept back are none. */
function mine({ teamId, personId }: Member) {
  return {
    ...{ teamId, personId, kind: "reminder", state: { in: [...WAYS] } },
    obligationId: { not: null },
  } satisfies Prisma.NoticeWhereInput;
}

/** How many notices the actor has not read; beyond 99 it is 100, however many there are. */
export async function unreadCount(actor: Member): Promise<number> {
  authorise(actor, "notice.read");
  return inTeam(actor, (tx) =>
    tx.notice.count({ where: { ...mine(actor), readAt: null }, take: MOST_COUNTED + 1 }),
  );
}

/** A page of the actor's notices, newest first, all or those unread; past the last page the last one. */
export async function listNotices(actor: Member, filter: InboxFilter): Promise<Inbox> {
  authorise(actor, "notice.read");
  const where = { ...mine(actor), ...(filter.unread && { readAt: null }) };
  return inTeam(actor, async (tx) => {
    const pages = Math.max(1, Math.ceil((await tx.notice.count({ where })) / NOTICES_A_PAGE));
    const page = Math.min(filter.page, pages);
    const rows = await readPage(tx, where, page);
    return { notices: rows.flatMap((row) => asNotice(actor, row)), page, pages };
  });
}

function readPage(tx: Tx, where: Prisma.NoticeWhereInput, page: number) {
  return tx.notice.findMany({
    where,
    // Of those that one run wrote, the nearest first.
    orderBy: [{ createdAt: "desc" }, { dueOn: "asc" }, { id: "asc" }],
    skip: (page - 1) * NOTICES_A_PAGE,
    take: NOTICES_A_PAGE,
    select: {
      ...{ id: true, state: true, reasons: true, milestone: true },
      ...{ createdAt: true, readAt: true },
      ...{ obligationId: true, obligation: { select: { ...LETTER_COLUMNS, state: true } } },
    },
  });
}

type Row = Awaited<ReturnType<typeof readPage>>[number];

function asNotice(actor: Member, row: Row): InboxNotice[] {
  const { id, obligation, obligationId: dutyId, milestone, createdAt, readAt } = row;
  const way = WAYS.find((each) => each === row.state);
  if (!obligation || !dutyId || !way) return [];
  const today = todayFor(actor);
  const { timeZone = "UTC", language = DEFAULT_LANGUAGE } = actor;
  const { state, dueOn } = obligation;
  return [
    {
      ...{ id, dutyId, milestone, createdAt, isRead: readAt !== null, way },
      reasons: REASONS.filter((reason) => row.reasons.includes(reason)),
      state: dutyState({ state, dueOn: dayFromColumn(dueOn) }, today),
      ...noticeWords(obligation, { today, timeZone, language }),
    },
  ];
}

/**
 * Marks notices of the actor as read, and answers how many were not: those named, all about one
 * duty, or all that were there at a moment. One that is read keeps the moment at which it was first.
 * @throws AppError NOT_FOUND for an id that is no notice of the actor, or no duty of the team
 */
export async function markRead(actor: Member, input: MarkRead): Promise<number> {
  authorise(actor, "notice.read");
  return inTeam(actor, async (tx) => {
    if ("ids" in input) await requireMine(tx, actor, input.ids);
    if ("dutyId" in input) await requireDuty(tx, actor, input.dutyId);
    const { count } = await tx.notice.updateMany({
      where: { ...ofActor(actor), ...whichOf(input), readAt: null },
      data: { readAt: actor.now },
    });
    return count;
  });
}

/**
 * Marks notices of the actor as unread, to come back to them.
 * @throws AppError NOT_FOUND for an id that is no notice of the actor
 */
export async function markUnread(actor: Member, { ids }: MarkUnread): Promise<void> {
  authorise(actor, "notice.read");
  await inTeam(actor, async (tx) => {
    await requireMine(tx, actor, ids);
    await tx.notice.updateMany({
      where: { ...ofActor(actor), id: { in: ids } },
      data: { readAt: null },
    });
  });
}

function whichOf(input: MarkRead): Prisma.NoticeWhereInput {
  if ("ids" in input) return { id: { in: input.ids } };
  if ("dutyId" in input) return { obligationId: input.dutyId };
  return { createdAt: { lte: input.upTo } };
}

/** Whatever its state: one that was dropped since the page was read may be marked all the same. */
function ofActor({ teamId, personId }: Member) {
  return { teamId, personId, kind: "reminder" } satisfies Prisma.NoticeWhereInput;
}

async function requireMine(tx: Tx, actor: Member, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const known = await tx.notice.count({ where: { ...ofActor(actor), id: { in: wanted } } });
  if (known < wanted.length) throw notFound("notice");
}

async function requireDuty(tx: Tx, { teamId }: Member, id: string): Promise<void> {
  if ((await tx.obligation.count({ where: { id, teamId } })) === 0) throw notFound("duty");
}
