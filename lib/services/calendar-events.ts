import { createHash } from "node:crypto";
import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { dutyEvent, keptSince, rowToShow } from "../calendar/duty-event";
import type { CalendarEvent } from "../calendar/event";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { ifMissed, whatToDo } from "../duties/what";
import { env } from "../env";
import { dutyKind } from "../obligations/kinds";
import { writeNumber } from "../requests/filter";
import { dutiesOfPerson } from "./duties-of-person";
import { LINE_COLUMNS } from "./duty-rows";
import type { Tx } from "./transaction";

const EVENT_COLUMNS = {
  ...LINE_COLUMNS,
  ...{ subject: true, rule: true, source: true, revision: true, changedAt: true },
} satisfies Prisma.ObligationSelect;

type Row = Prisma.ObligationGetPayload<{ select: typeof EVENT_COLUMNS }>;

/** What of a duty its day in a calendar is made of. */
type EventRow = Omit<Row, "owner" | "person" | "agreement" | "grantId" | "acknowledgedBy">;

/** Each of some duties as calendars show it, by its id: for whoever has read their rows already. */
export async function eventsOfRows(
  tx: Tx,
  { id: teamId, slug }: { id: string; slug: string },
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, CalendarEvent>> {
  const revisions = await revisionsOf(tx, teamId, rows);
  return new Map(
    rows.map((row) => {
      const sequence = (revisions.get(nameOf(row)) ?? row.revision) - 1;
      return [row.id, eventOf(row, { teamId, slug, sequence })];
    }),
  );
}

/**
 * All that a calendar shows of a team, or of one of its people, on `today`: what is to be done,
 * however far ahead, and for a while what was closed. Nearest first.
 */
export async function eventsOfCalendar(
  tx: Tx,
  teamId: string,
  { personId, today }: { personId: string | null; today: Day },
): Promise<CalendarEvent[]> {
  const shown: Prisma.ObligationWhereInput = {
    OR: [{ state: "open" }, { closedOn: { gte: dayToColumn(keptSince(today)) } }],
  };
  const theirs = personId && (await dutiesOfPerson(tx, { teamId, personId, today }));
  return events(tx, teamId, theirs ? { AND: [shown, theirs] } : shown);
}

async function events(tx: Tx, teamId: string, where: Prisma.ObligationWhereInput) {
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
  return [...Map.groupBy(rows, nameOf).entries()].map(([name, all]) => {
    const row = rowToShow(all);
    return eventOf(row, { teamId, slug, sequence: (revisions.get(name) ?? row.revision) - 1 });
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

function eventOf(row: EventRow, about: { teamId: string; slug: string; sequence: number }) {
  const { teamId, slug, sequence } = about;
  const { id, state, dueAt, changedAt, request, grant, rule, source } = row;
  const kind = dutyKind(row.kind);
  const name = createHash("sha256")
    .update(`${teamId}:${nameOf(row)}`)
    .digest("hex")
    .slice(0, 32);
  const home = env().APP_URL;
  return dutyEvent({
    ...{ state, dueAt, changedAt, sequence, rule, source },
    uid: `${name}@${new URL(home).hostname}`,
    url: `${home}/t/${slug}/duties/${id}`,
    dueOn: dayFromColumn(row.dueOn),
    closedOn: row.closedOn && dayFromColumn(row.closedOn),
    number: request && writeNumber(request.number),
    archive: archiveByCode(row.archive)?.name ?? "",
    what: whatToDo(row) || kind.name,
    data: grant && nameOfUnit(grant.unit),
    ifMissed: ifMissed(row) ?? kind.ifMissed,
    alarms: kind.leads,
  });
}
