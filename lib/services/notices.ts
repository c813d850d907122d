import { type Day, dayFromColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { writeNumber } from "../requests/number";
import type { Member } from "../team/actor";
import type { MailState } from "../team/mail-filter";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { queue } from "./queue";
import { inTeam, type Tx } from "./transaction";

/** A line of the mail page. */
export interface MailLine {
  id: string;
  kind: "reminder" | "digest" | "invitation";
  toName: string;
  toAddress: string;
  state: MailState;
  /** The server refused it for good: its reader must be reached another way. */
  bounced: boolean;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
  /** When a pending mail is tried (again). */
  nextAttemptAt: Date;
  /** What the mail server said last, or why the mail was not sent. */
  error: string | null;
  /** For reminders: the request, if there is one, the day they are about, and days before it (negative: after). */
  number: string | null;
  dueOn: Day | null;
  milestone: number | null;
  /** How many reminders a digest gathers; 0 for all else. */
  gathered: number;
}

const MOST = 100;

/** Reminders within a digest have no line of their own. */
const alone = (teamId: string) => ({ teamId, digestId: null });

/**
 * The team's mail, 100 at most: what failed or bounced first, then the newest. A digest is one line.
 * @param filter.state only mail in this state
 */
export async function listMail(
  actor: Member,
  filter: { state?: MailState } = {},
): Promise<MailLine[]> {
  authorise(actor, "mail.read");
  const { state } = filter;
  const rows = await inTeam(actor, async (tx) => {
    if (state) return readLines(tx, actor, state, MOST);
    const failed = await readLines(tx, actor, "failed", MOST);
    return [...failed, ...(await readLines(tx, actor, { not: "failed" }, MOST - failed.length))];
  });
  return rows.map(({ obligation, dueOn, kind, _count, ...row }) => ({
    ...row,
    kind: kind as MailLine["kind"],
    number: obligation?.request ? writeNumber(obligation.request.number) : null,
    dueOn: dueOn && dayFromColumn(dueOn),
    gathered: _count.gathered,
  }));
}

function readLines(
  tx: Tx,
  { teamId }: Member,
  state: MailState | { not: MailState },
  take: number,
) {
  return tx.notice.findMany({
    where: { ...alone(teamId), state },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take,
    select: {
      ...{ id: true, kind: true, toName: true, toAddress: true, state: true, bounced: true },
      ...{ attempts: true, createdAt: true, sentAt: true, nextAttemptAt: true, error: true },
      ...{ dueOn: true, milestone: true, _count: { select: { gathered: true } } },
      obligation: { select: { request: { select: { number: true } } } },
    },
  });
}

/** How much mail of the team is in each state; a state without any is left out. */
export async function countMail(actor: Member): Promise<Partial<Record<MailState, number>>> {
  authorise(actor, "mail.read");
  const groups = await inTeam(actor, (tx) =>
    tx.notice.groupBy({ by: ["state"], where: alone(actor.teamId), _count: true }),
  );
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/**
 * Sends a mail again that was given up, a digest with all that it gathers; it is tried for three
 * days more. It says what is true then, and is dropped if there is nothing to say any more.
 * @throws AppError NOT_FOUND; CONFLICT when the mail did not fail
 */
export async function resendNotice(actor: Member, input: { id: string }): Promise<void> {
  authorise(actor, "mail.resend");
  const { teamId, now } = actor;
  await inTeam(actor, async (tx) => {
    const notice = await tx.notice.findFirst({ where: { id: input.id, teamId } });
    if (!notice) throw notFound("mail");
    const again = {
      ...{ state: "pending" as const, attempts: 0, error: null, lockedUntil: null },
      ...{ bounced: false, retriesFrom: now, nextAttemptAt: now },
    };
    const { count } = await tx.notice.updateMany({
      where: { ...alone(teamId), id: notice.id, state: "failed" },
      data: again,
    });
    if (count === 0) {
      throw new AppError("CONFLICT", "Only a mail that could not be sent can be sent again.");
    }
    await tx.notice.updateMany({
      where: { teamId, digestId: notice.id, state: "failed" },
      data: again,
    });
    await record(tx, actor, {
      ...{ action: "mail.resent", subjectType: "notice", subjectId: notice.id },
      data: { kind: notice.kind, to: notice.toName || notice.toAddress },
    });
    await queue(tx, "deliver_notices", {}, "deliver_notices");
  });
}
