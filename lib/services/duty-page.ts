import { z } from "zod";
import { addDays, type Day } from "../dates/day";
import { type ProofDocument, proofOf } from "../documents/document";
import { ifMissed } from "../duties/what";
import { notFound } from "../errors";
import { isOfIncident } from "../incidents/subject";
import { type After, dutyKind } from "../obligations/kinds";
import { clockAt } from "../reminders/clock";
import { nextMilestoneDay } from "../reminders/milestones";
import { isQuiet, type Quiet } from "../reminders/plan";
import { scheduleFor } from "../reminders/reached";
import {
  REASONS,
  type Reason,
  type Recipient,
  type Recipients,
  recipientsOf,
} from "../reminders/recipients";
import type { Level } from "../reminders/schedule";
import type { Member } from "../team/actor";
import { authorise, can, canRecordFor } from "../team/permissions";
import { actingFor } from "./acting";
import { type DescribedDuty, DUTY_COLUMNS, dutyFacts } from "./duty-facts";
import { type DutyLine, LINE_COLUMNS, lineOf } from "./duty-rows";
import { type HistoryLine, listHistory } from "./history";
import { PROOF } from "./proof-columns";
import { type ReminderContext, reminderContext } from "./reminder-context";
import { inTeam, type Tx } from "./transaction";

/** Somebody who is reminded of a duty, why, and when. */
export interface DutyReader {
  person: { id: string; name: string };
  reasons: Reason[];
  /** Whose schedule decided. */
  level: Level;
  /** The days to come on which a reminder falls due, today included, nearest first. */
  days: Day[];
  after: After;
  /** Until when their reminders rest, by their own wish. */
  restsUntil: Day | null;
}

/** A message about a duty: planned, sent, or given up. */
export interface DutyNotice {
  id: string;
  to: string;
  state: "pending" | "sent" | "failed" | "cancelled" | "held" | "in_app";
  /** When it was sent, or else written. */
  at: Date;
  reasons: Reason[];
}

/** A duty with all that its page shows. */
export interface DutyDetail extends DutyLine {
  rule: string;
  source: string;
  ifMissed: string;
  /** It closes with its approval, never by hand. */
  closesByItself: boolean;
  closedBy: string | null;
  closedWhy: string | null;
  acknowledgedAt: Date | null;
  proof: ProofDocument | null;
  /** Why nobody is reminded; null while somebody is. */
  quiet: Quiet | null;
  problem: Recipients["problem"];
  readers: DutyReader[];
  /** Hours before the moment on which reminders come, where the rule counts in hours. */
  hours: readonly number[];
  notices: DutyNotice[];
  history: HistoryLine[];
  /** Until when the reader's own reminders rest. */
  myRest: Day | null;
  /** Whether it is somebody else, or nobody, who said that they see to it. */
  mayAcknowledge: boolean;
  /** Whether the reader may say that it does not apply, or was not done. */
  mayDrop: boolean;
}

/** One duty of the team. Throws NOT_FOUND. */
export async function getDuty(actor: Member, id: string): Promise<DutyDetail> {
  authorise(actor, "duty.read");
  // PostgreSQL refuses to look for what has not the form of an id.
  if (!z.uuid().safeParse(id).success) throw notFound("duty");
  const duty = await inTeam(actor, (tx) => readDuty(tx, actor, id));
  return { ...duty, history: await listHistory(actor, { subjectId: id, take: 50 }) };
}

async function readDuty(tx: Tx, actor: Member, id: string): Promise<Omit<DutyDetail, "history">> {
  const { teamId, personId } = actor;
  const clock = clockAt(actor.now);
  const today = clock.today(actor.timeZone ?? "UTC");
  const row = await tx.obligation.findUnique({
    where: { teamId_id: { teamId, id } },
    select: {
      ...{ ...LINE_COLUMNS, ...DUTY_COLUMNS, closedBy: true, closedWhy: true },
      document: { select: PROOF },
    },
  });
  if (!row) throw notFound("duty");
  const context = await reminderContext(tx, teamId);
  const facts = dutyFacts(row, context);
  const { recipients, problem } = recipientsOf(facts, clock);
  const { rule, source, closedBy, closedWhy, acknowledgedAt, acknowledgedBy, owner } = row;
  const acting = await actingFor(tx, actor, owner.id);
  return {
    ...lineOf(row, today),
    ...{ rule, source, closedBy, closedWhy, acknowledgedAt, problem },
    ifMissed: ifMissed(row) ?? dutyKind(row.kind).ifMissed,
    closesByItself: row.grantId !== null,
    proof: proofOf(row.document),
    quiet: isQuiet(facts),
    readers: recipients.map((reader) =>
      readerOf(facts, reader, context, clock.today(reader.timeZone)),
    ),
    hours: facts.hours,
    notices: await noticesOf(tx, actor, id),
    myRest: restOf(facts, personId, today),
    mayAcknowledge: can(actor, "duty.acknowledge") && acknowledgedBy !== acting.name,
    mayDrop: mayDrop(actor, row, acting !== actor),
  };
}

function readerOf(
  facts: DescribedDuty,
  { personId, name, reasons }: Recipient,
  context: ReminderContext,
  today: Day,
): DutyReader {
  const { level, leads, after } = scheduleFor(facts, personId, context);
  const { dueOn } = facts;
  // Ahead of a moment reminders come by the hour, whatever the schedule.
  const before = facts.dueAt ? [] : leads.map((lead) => addDays(dueOn, -lead));
  const days = facts.isToldOnce ? [dueOn] : before;
  const ahead = days.filter((day) => day >= today).sort();
  const next = ahead.length > 0 ? null : nextMilestoneDay({ leads: [], after }, dueOn, today);
  return {
    ...{ person: { id: personId, name }, reasons, level, after },
    days: next && !facts.isToldOnce ? [next] : ahead,
    restsUntil: restOf(facts, personId, today),
  };
}

/** Until when the reminders of somebody rest; null once they come again. */
function restOf({ rests }: DescribedDuty, personId: string, today: Day): Day | null {
  const until = rests.get(personId);
  return until !== undefined && today < until ? until : null;
}

/** The newest messages about a duty, 100 at most. */
async function noticesOf(tx: Tx, { teamId }: Member, obligationId: string): Promise<DutyNotice[]> {
  const rows = await tx.notice.findMany({
    where: { teamId, obligationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      ...{ id: true, toName: true, toAddress: true, state: true, reasons: true },
      ...{ createdAt: true, sentAt: true },
    },
  });
  return rows.map(({ id, toName, toAddress, state, reasons, createdAt, sentAt }) => ({
    ...{ id, state, to: toName || toAddress, at: sentAt ?? createdAt },
    reasons: REASONS.filter((reason) => reasons.includes(reason)),
  }));
}

/** As `dropDuty` asks it. */
function mayDrop(
  actor: Member,
  { owner, subject }: { owner: { id: string }; subject: string },
  standsIn: boolean,
): boolean {
  if (!can(actor, "duty.settle")) return false;
  if (isOfIncident(subject) && !can(actor, "incident.close")) return false;
  return standsIn || canRecordFor(actor, "duty.settle", owner.id);
}
