import { createHash } from "node:crypto";
import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { type CalendarDuty, dutyEvent, keptSince, rowToShow } from "../calendar/duty-event";
import type { CalendarEvent } from "../calendar/event";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { ifMissed, whatToDo } from "../duties/what";
import { env } from "../env";
import type { Language } from "../languages";
import { dutyKind } from "../obligations/kinds";
import { ringingDays } from "../reminders/reached";
import { writeNumber } from "../requests/number";
import { dutiesOfPerson } from "./duties-of-person";
import { timingOf } from "./duty-facts";
import { LINE_COLUMNS } from "./duty-rows";
import { schedulesOf } from "./reminder-context";
import type { Tx } from "./transaction";

const EVENT_COLUMNS = {
  ...LINE_COLUMNS,
  ...{ subject: true, rule: true, source: true, agreementId: true },
  ...{ revision: true, changedAt: true },
} satisfies Prisma.ObligationSelect;

type Row = Prisma.ObligationGetPayload<{ select: typeof EVENT_COLUMNS }>;

/** What of a duty its day in a calendar is made of. */
type EventRow = Omit<Row, "owner" | "person" | "agreement" | "grantId" | "acknowledgedBy">;

/** Of nobody in particular, for whom no schedule of a person can count. */
const NOBODY = "";

/**
 * Each of some duties as `dutyEvent` takes it, by its id: for whoever has read their rows already. They
 * ring on no day, since each reader's own schedule decides on that.
 */
export async function eventsOfRows(
  tx: Tx,
  { id: teamId, slug }: { id: string; slug: string },
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, CalendarDuty>> {
  const revisions = await revisionsOf(tx, teamId, rows);
  return new Map(
    rows.map((row) => {
      const sequence = (revisions.get(nameOf(row)) ?? row.revision) - 1;
      return [row.id, calendarDutyOf(row, { teamId, slug, sequence, alarms: [] })];
    }),
  );
}

/**
 * All that a calendar shows of a team, or of one of its people, on `today`: what is to be done,
 * however far ahead, and for a while what was closed. Nearest first. It rings on the days on which
 * that person is reminded; for a team on those that it set itself.
 */
export async function eventsOfCalendar(
  tx: Tx,
  teamId: string,
  reading: { personId: string | null; today: Day; language: Language },
): Promise<CalendarEvent[]> {
  const { personId, today, language } = reading;
  const shown: Prisma.ObligationWhereInput = {
    OR: [{ state: "open" }, { closedOn: { gte: dayToColumn(keptSince(today)) } }],
  };
  const theirs = personId && (await dutiesOfPerson(tx, { teamId, personId, today }));
  const where = theirs ? { AND: [shown, theirs] } : shown;
  return events(tx, teamId, { where, reader: personId ?? NOBODY, language });
}

async function events(
  tx: Tx,
  teamId: string,
  asked: { where: Prisma.ObligationWhereInput; reader: string; language: Language },
): Promise<CalendarEvent[]> {
  const { where, reader, language } = asked;
  const { slug } = await tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { slug: true },
  });
  const rows = await tx.obligation.findMany({
    where: { AND: [{ teamId }, where] },
    select: EVENT_COLUMNS,
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const revisions = await revisionsOf(tx, teamId, rows);
  const schedules = await schedulesOf(tx, teamId);
  return [...Map.groupBy(rows, nameOf).entries()].map(([name, all]) => {
    const row = rowToShow(all);
    const sequence = (revisions.get(name) ?? row.revision) - 1;
    const alarms = ringingDays(timingOf(row), reader, { schedules });
    return dutyEvent(calendarDutyOf(row, { teamId, slug, sequence, alarms }), language);
  });
}

/**
 * How often a duty was changed, over all its due days: a day that moves closes one row and opens
 * another, and calendar programs take only what has a higher number than before.
 */
async function revisionsOf(tx: Tx, teamId: string, rows: readonly EventRow[]) {
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const sums = await tx.$queryRaw<{ subject: string; kind: string; revisions: number }[]>`
    select subject, kind, sum(revision)::int as revisions from "Obligation"
    where "teamId" = ${teamId}::uuid and subject = any(${subjects}) group by subject, kind`;
  return new Map(sums.map((sum) => [nameOf(sum), sum.revisions]));
}

function nameOf({ subject, kind }: Pick<Row, "subject" | "kind">): string {
  return `${subject}:${kind}`;
}

interface About {
  teamId: string;
  slug: string;
  sequence: number;
  alarms: readonly number[];
}

function calendarDutyOf(row: EventRow, about: About): CalendarDuty {
  const { teamId, slug, sequence, alarms } = about;
  const { id, state, dueAt, changedAt, request, grant, rule, source } = row;
  const kind = dutyKind(row.kind);
  const name = createHash("sha256")
    .update(`${teamId}:${nameOf(row)}`)
    .digest("hex")
    .slice(0, 32);
  const home = env().APP_URL;
  return {
    ...{ state, dueAt, changedAt, sequence, rule, source, alarms },
    uid: `${name}@${new URL(home).hostname}`,
    url: `${home}/t/${slug}/duties/${id}`,
    dueOn: dayFromColumn(row.dueOn),
    closedOn: row.closedOn && dayFromColumn(row.closedOn),
    number: request && writeNumber(request.number),
    archive: archiveByCode(row.archive)?.name ?? "",
    what: whatToDo(row) || kind.name,
    data: grant && nameOfUnit(grant.unit),
    ifMissed: ifMissed(row) ?? kind.ifMissed,
  };
}
