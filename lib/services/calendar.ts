import type { Prisma } from "@/prisma/client/client";
import { type CalendarFilter, ME } from "../calendar/filter";
import { firstDay, type Month, monthOf, monthsFrom } from "../calendar/months";
import { addDays, type Day, dayToColumn } from "../dates/day";
import { ifMissed } from "../duties/what";
import { DUTY_KINDS } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { dutiesOfPerson } from "./duties-of-person";
import { type DutyLine, LINE_COLUMNS, lineOf } from "./duty-rows";
import { inTeam, type Tx } from "./transaction";

/** How many months the calendar shows, this one included. */
const MONTHS = 18;
/** How many duties it shows at most. */
const MOST = 500;

/** A duty as the calendar shows it, with what its date follows from. */
export interface CalendarLine extends DutyLine {
  rule: string;
  source: string;
  ifMissed: string;
}

/** The duties of eighteen months. */
export interface Calendar {
  /** From the reader's month on. */
  months: Month[];
  /** Still to be done although their day is over, oldest first. */
  overdue: CalendarLine[];
  /** What is or was due from the first of the reader's month on, nearest first; what is overdue is not in it. */
  lines: CalendarLine[];
  /** The day up to which it is complete, where there are more than it shows; else null. */
  cutAt: Day | null;
}

/**
 * What the team has to do within eighteen months from the reader's month on, what of it was done, and
 * what is overdue, 500 duties at most: those that are due first.
 */
export async function readCalendar(actor: Member, filter: CalendarFilter): Promise<Calendar> {
  authorise(actor, "calendar.read");
  const today = todayFor(actor);
  const [end, ...before] = monthsFrom(monthOf(today), MONTHS + 1).toReversed();
  const months = before.toReversed();
  const [first] = months;
  if (!first || !end) throw new RangeError("A calendar has months");
  const rows = await inTeam(actor, async (tx) =>
    tx.obligation.findMany({
      where: { AND: [await narrow(tx, actor, filter), within(firstDay(first), firstDay(end))] },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: MOST + 1,
      select: { ...LINE_COLUMNS, rule: true, source: true },
    }),
  );
  const lines = rows.slice(0, MOST).map((row): CalendarLine => {
    const line = lineOf(row, today);
    const { rule, source } = row;
    return { ...line, rule, source, ifMissed: ifMissed(row) ?? line.kind.ifMissed };
  });
  return {
    months,
    overdue: lines.filter(({ state }) => state === "overdue"),
    lines: lines.filter(({ state }) => state !== "overdue"),
    cutAt: rows.length > MOST ? completeUntil(lines) : null,
  };
}

/** The day before that of the last line, whose own day may go on beyond it. */
function completeUntil(lines: readonly CalendarLine[]): Day | null {
  const last = lines.at(-1);
  return last ? addDays(last.dueOn, -1) : null;
}

/** What is open and due before `end`, however long ago, and what was closed and due from `start` on. */
function within(start: Day, end: Day): Prisma.ObligationWhereInput {
  return {
    dueOn: { lt: dayToColumn(end) },
    OR: [
      { state: "open" },
      { state: { in: ["done", "missed"] }, dueOn: { gte: dayToColumn(start) } },
    ],
  };
}

async function narrow(
  tx: Tx,
  actor: Member,
  filter: CalendarFilter,
): Promise<Prisma.ObligationWhereInput> {
  const { teamId, personId: me } = actor;
  const { person, archive, group } = filter;
  const personId = person === ME ? me : person;
  const kinds = group && DUTY_KINDS.filter((kind) => kind.group === group).map(({ id }) => id);
  return {
    teamId,
    AND: [
      archive ? { archive } : {},
      kinds ? { kind: { in: kinds } } : {},
      personId ? await dutiesOfPerson(tx, { teamId, personId, today: todayFor(actor) }) : {},
    ],
  };
}
