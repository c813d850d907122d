import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { DUTY_KINDS } from "../obligations/kinds";
import type { Clock } from "../reminders/clock";
import { LAST_DAY_AFTER } from "../reminders/milestones";
import { wakesAt } from "../reminders/wake";
import { type DescribedDuty, DUTY_COLUMNS, dutyFacts } from "./duty-facts";
import { type ReminderContext, reminderContext } from "./reminder-context";
import type { Tx } from "./transaction";

/** The last duty of the page before. */
export type PageStart = { dueOn: Day; id: string };

/** The versions of the rows that were read, by id: whoever changes a row makes a new one. */
export type SeenVersions = ReadonlyMap<string, string>;

interface DutiesRead {
  context: ReminderContext;
  duties: DescribedDuty[];
  next: PageStart | null;
  seen: SeenVersions;
}

interface Reading {
  clock: Clock;
  isFull: boolean;
  after: PageStart | null;
}

const PAGE = 500;
/** Days that calendars differ by at most, one to each side. */
const ZONES = 1;
/** The most days before which any kind of duty is reminded of by itself, one that is not described included. */
const DEFAULT_LEAD = Math.max(90, ...DUTY_KINDS.flatMap(({ leads }) => leads));

/**
 * Reads the next open duties of a team for which anybody can have reached a milestone, nearest end
 * first; those that want to be looked at by now, or in a full run all. Duties far ahead are
 * neither read nor passed over, so a run costs what is near, not what is stored. Their versions are
 * read first and all that decides on them after, so that whoever changes that in between is noticed.
 * @returns null where no duty is to be looked at
 */
export async function readDuties(
  tx: Tx,
  teamId: string,
  reading: Reading,
): Promise<DutiesRead | null> {
  const found = await findDue(tx, teamId, await largestLead(tx, teamId), reading);
  // Most teams have nothing new most of the time, and should cost next to nothing then.
  if (found.length === 0) return null;
  const context = await reminderContext(tx, teamId);
  const rows = await tx.obligation.findMany({
    where: { teamId, id: { in: found.map(({ id }) => id) } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: DUTY_COLUMNS,
  });
  const last = found.length < PAGE ? undefined : found.at(-1);
  return {
    context,
    duties: rows.map((row) => dutyFacts(row, context)),
    next: last ? { dueOn: dayFromColumn(last.dueOn), id: last.id } : null,
    seen: new Map(found.map(({ id, version }) => [id, version])),
  };
}

function findDue(tx: Tx, teamId: string, lead: number, reading: Reading) {
  const { clock, isFull, after } = reading;
  const today = clock.today("UTC");
  const from = dayToColumn(addDays(today, -LAST_DAY_AFTER - ZONES));
  const to = dayToColumn(addDays(today, lead + ZONES));
  const dueOn = after ? dayToColumn(after.dueOn) : from;
  const id = after?.id ?? "00000000-0000-0000-0000-000000000000";
  return tx.$queryRaw<{ id: string; dueOn: Date; version: string }[]>`
    select id, "dueOn", xmin::text as version from "Obligation"
    where "teamId" = ${teamId}::uuid and state = 'open'
      and ("dueOn", id) > (${dueOn}::date, ${id}::uuid) and "dueOn" <= ${to}::date
      and (${isFull} or "nextPlanAt" <= ${clock.now})
    order by "dueOn", id limit ${PAGE}`;
}

/** The most days before which anybody of the team is reminded of anything. */
async function largestLead(tx: Tx, teamId: string): Promise<number> {
  const set = await tx.schedule.findMany({ where: { teamId }, select: { leads: true } });
  return set.reduce((most, { leads }) => Math.max(most, ...leads), DEFAULT_LEAD);
}

/**
 * Writes down when to look at each duty next. One that somebody changed since it was read, or is
 * changing now, keeps what they wrote, so that their change is not slept over.
 */
export async function writeNextLook(
  tx: Tx,
  teamId: string,
  page: {
    duties: readonly DescribedDuty[];
    seen: SeenVersions;
    context: ReminderContext;
    clock: Clock;
  },
): Promise<void> {
  const { duties, seen, context, clock } = page;
  const looks = duties.map((duty) => ({
    id: duty.obligationId,
    version: seen.get(duty.obligationId),
    at: wakesAt(duty, context, clock),
  }));
  await tx.$executeRaw`
    with free as materialized (
      select o.id, look.at from "Obligation" o
      join json_to_recordset(${JSON.stringify(looks)}::json)
        as look (id uuid, version text, at timestamptz) on look.id = o.id
      where o."teamId" = ${teamId}::uuid and o.xmin::text = look.version
      for no key update of o skip locked
    )
    update "Obligation" o set "nextPlanAt" = free.at from free
    where o."teamId" = ${teamId}::uuid and o.id = free.id`;
}
