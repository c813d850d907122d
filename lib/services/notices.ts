import { type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { writeNumber } from "../requests/filter";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { queue } from "./queue";
import { inTeam } from "./transaction";

/** A line of the mail page. */
export interface MailLine {
  id: string;
  kind: "reminder" | "invitation";
  toName: string;
  toAddress: string;
  state: "pending" | "sent" | "failed" | "cancelled" | "held" | "in_app";
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
}

/** The team's newest mail, 100 at most. */
export async function listMail(actor: Member): Promise<MailLine[]> {
  authorise(actor, "mail.read");
  const rows = await inTeam(actor, (tx) =>
    tx.notice.findMany({
      where: { teamId: actor.teamId },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: 100,
      include: { obligation: { select: { request: { select: { number: true } } } } },
    }),
  );
  return rows.map(({ obligation, dueOn, kind, ...row }) => ({
    ...{ id: row.id, kind: kind as MailLine["kind"], state: row.state, attempts: row.attempts },
    ...{ toName: row.toName, toAddress: row.toAddress, createdAt: row.createdAt },
    ...{ sentAt: row.sentAt, nextAttemptAt: row.nextAttemptAt, error: row.error },
    number: obligation?.request ? writeNumber(obligation.request.number) : null,
    dueOn: dueOn && dayFromColumn(dueOn),
    milestone: row.milestone,
  }));
}

/**
 * Sends a mail again that was given up, as if it were written now. It says what is true then, and
 * is dropped if there is nothing to say any more.
 * @throws AppError NOT_FOUND; CONFLICT when the mail did not fail
 */
export async function resendNotice(actor: Member, input: { id: string }): Promise<void> {
  authorise(actor, "mail.resend");
  const { teamId, now } = actor;
  await inTeam(actor, async (tx) => {
    const notice = await tx.notice.findFirst({ where: { id: input.id, teamId } });
    if (!notice) throw notFound("mail");
    const { plannedOn, createdAt } = notice;
    // A reminder that counted from its own day goes on counting from the day it is sent.
    const isLive = plannedOn && dayFromColumn(plannedOn) === dayOf(createdAt, "UTC");
    const { count } = await tx.notice.updateMany({
      where: { id: notice.id, teamId, state: "failed" },
      data: {
        ...{ state: "pending", attempts: 0, error: null, lockedUntil: null },
        ...{ createdAt: now, nextAttemptAt: now },
        ...(isLive && { plannedOn: dayToColumn(dayOf(now, "UTC")) }),
      },
    });
    if (count === 0) {
      throw new AppError("CONFLICT", "Only a mail that could not be sent can be sent again.");
    }
    await record(tx, actor, {
      ...{ action: "mail.resent", subjectType: "notice", subjectId: notice.id },
      data: { kind: notice.kind, to: notice.toName || notice.toAddress },
    });
    await queue(tx, "deliver_notices", {}, "deliver_notices");
  });
}
