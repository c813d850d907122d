import type { CalendarEvent } from "../calendar/event";
import type { Day } from "../dates/day";
import type { Job, TeamActor } from "../team/actor";
import { openersOf } from "./access-verdicts";
import { eventsOfDuties } from "./calendar-events";
import { type DescribedDuty, DUTY_COLUMNS, type DutyRow, dutyFacts } from "./duty-facts";
import type { ClaimedNotice } from "./notice-claims";
import { selfOf, type Told } from "./notice-content";
import { reminderContext } from "./reminder-context";
import type { Tx } from "./transaction";

/** A duty as its row has it and as the rules of reminders see it. */
export interface KnownDuty {
  row: DutyRow;
  facts: DescribedDuty;
}

/** All that the letters of some mails of one team are written from. */
export interface LetterFacts {
  team: { id: string; name: string; slug: string };
  duties: ReadonlyMap<string, KnownDuty>;
  /** The reminders that each digest carries, nearest first, by the digest's id. */
  gathered: ReadonlyMap<string, readonly Told[]>;
  /** The reminders of which a nearer one was planned since. */
  replaced: ReadonlySet<string>;
  /** IANA names, by person. */
  zones: ReadonlyMap<string, string>;
  /** Who may open a unit on a day. */
  openTo: (unitId: string, on: Day) => readonly string[];
  /** The dates of the duties for calendar programs, by the address of their page. */
  events: ReadonlyMap<string, CalendarEvent>;
}

/** Reads them, by as many queries whatever the number of mails. */
export async function readLetterFacts(
  tx: Tx,
  actor: TeamActor & Job,
  notices: readonly ClaimedNotice[],
): Promise<LetterFacts> {
  const { teamId: id } = actor;
  const gathered = await readGathered(tx, id, notices);
  const told = [...notices.map(selfOf), ...[...gathered.values()].flat()];
  const dutyIds = [...new Set(told.flatMap(({ obligationId }) => obligationId ?? []))];
  const rows = await tx.obligation.findMany({
    where: { teamId: id, id: { in: dutyIds } },
    select: DUTY_COLUMNS,
  });
  const context = await reminderContext(tx, id);
  const events = await eventsOfDuties(tx, id, dutyIds);
  const unitIds = new Set(rows.flatMap(({ grant }) => grant?.unit.id ?? []));
  const { name, slug } = await tx.team.findUniqueOrThrow({ where: { id } });
  return {
    team: { id, name, slug },
    duties: new Map(rows.map((row) => [row.id, { row, facts: dutyFacts(row, context) }])),
    gathered,
    replaced: await readReplaced(tx, told),
    zones: await readZones(tx, id, notices),
    openTo: unitIds.size > 0 ? await openersOf(tx, actor, [...unitIds]) : () => [],
    events: new Map(events.map((event) => [event.url, event])),
  };
}

async function readGathered(
  tx: Tx,
  teamId: string,
  notices: readonly ClaimedNotice[],
): Promise<ReadonlyMap<string, readonly Told[]>> {
  const digests = notices.filter(({ kind }) => kind === "digest").map(({ id }) => id);
  if (digests.length === 0) return new Map();
  const rows = await tx.notice.findMany({
    where: { teamId, digestId: { in: digests }, state: "pending" },
    select: { id: true, digestId: true, obligationId: true, dueOn: true, milestone: true },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const told = rows.map(({ digestId, ...row }) => ({ digestId, ...row, requestId: null }));
  return Map.groupBy(told, ({ digestId }) => digestId ?? "");
}

/** Of several reminders of one duty to one person that waited, only the nearest goes. */
async function readReplaced(tx: Tx, told: readonly Told[]): Promise<ReadonlySet<string>> {
  const ids = told.map(({ id }) => id);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select n.id from "Notice" n where n.id = any(${ids}::uuid[]) and exists (
      select from "Notice" nearer
      where nearer."teamId" = n."teamId" and nearer."obligationId" = n."obligationId"
        and nearer."personId" = n."personId" and nearer."dueOn" = n."dueOn"
        and nearer.milestone < n.milestone and nearer."createdAt" > n."createdAt"
        and nearer.state <> 'held')`;
  return new Set(rows.map(({ id }) => id));
}

async function readZones(
  tx: Tx,
  teamId: string,
  notices: readonly ClaimedNotice[],
): Promise<ReadonlyMap<string, string>> {
  const ids = notices.flatMap(({ personId }) => personId ?? []);
  const people = await tx.person.findMany({
    where: { teamId, id: { in: [...new Set(ids)] } },
    select: { id: true, timeZone: true },
  });
  return new Map(people.map(({ id, timeZone }) => [id, timeZone]));
}
