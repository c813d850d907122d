import type { Prisma } from "@/prisma/client/client";
import type { CalendarDuty } from "../calendar/duty-event";
import type { Day } from "../dates/day";
import { type Language, languageOf } from "../languages";
import type { Job, TeamActor } from "../team/actor";
import { openersOf } from "./access-verdicts";
import { eventsOfRows } from "./calendar-events";
import { type DescribedDuty, DUTY_COLUMNS, dutyFacts } from "./duty-facts";
import type { ClaimedNotice } from "./notice-claims";
import { selfOf, type Told } from "./notice-content";
import { type ReminderContext, reminderContext } from "./reminder-context";
import type { Tx } from "./transaction";

/** What decides on the reminders of a duty, what they tell, and its day in a calendar: read at once. */
const COLUMNS = { ...DUTY_COLUMNS, closedOn: true, revision: true, changedAt: true } as const;

/** A duty as its row has it and as the rules of reminders see it. */
export interface KnownDuty {
  row: Prisma.ObligationGetPayload<{ select: typeof COLUMNS }>;
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
  /** By person, of those whom the mails go to. */
  languages: ReadonlyMap<string, Language>;
  /** Who may open a unit on a day. */
  openTo: (unitId: string, on: Day) => readonly string[];
  /** The days of the duties for calendar programs, by the duty's id; they ring on no day yet. */
  events: ReadonlyMap<string, CalendarDuty>;
  schedules: ReminderContext["schedules"];
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
    select: COLUMNS,
  });
  const context = await reminderContext(tx, id);
  const unitIds = new Set(rows.flatMap(({ grant }) => grant?.unit.id ?? []));
  const { name, slug } = await tx.team.findUniqueOrThrow({ where: { id } });
  const duties = rows.map((row) => ({ row, facts: dutyFacts(row, context) }));
  return {
    team: { id, name, slug },
    duties: new Map(duties.map((duty) => [duty.row.id, duty])),
    gathered,
    replaced: await readReplaced(tx, told, actor.now),
    zones: zonesOf(context, duties),
    languages: await readLanguages(tx, id, notices),
    openTo: unitIds.size > 0 ? await openersOf(tx, actor, [...unitIds]) : () => [],
    events: await eventsOfRows(tx, { id, slug }, rows),
    schedules: context.schedules,
  };
}

async function readLanguages(
  tx: Tx,
  teamId: string,
  notices: readonly ClaimedNotice[],
): Promise<ReadonlyMap<string, Language>> {
  const ids = [...new Set(notices.flatMap(({ personId }) => personId ?? []))];
  const people = await tx.person.findMany({
    where: { teamId, id: { in: ids } },
    select: { id: true, language: true },
  });
  return new Map(people.map(({ id, language }) => [id, languageOf(language)]));
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

/**
 * Of several reminders of one duty to one person that waited, only the nearest goes; what a clock
 * wrote that ran ahead is none of them.
 */
async function readReplaced(
  tx: Tx,
  told: readonly Told[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const ids = told.map(({ id }) => id);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select n.id from "Notice" n where n.id = any(${ids}::uuid[]) and exists (
      select from "Notice" nearer
      where nearer."teamId" = n."teamId" and nearer."obligationId" = n."obligationId"
        and nearer."personId" = n."personId" and nearer."dueOn" = n."dueOn"
        and nearer.milestone < n.milestone and nearer."createdAt" > n."createdAt"
        and nearer."createdAt" <= ${now} and nearer.state <> 'held')`;
  return new Set(rows.map(({ id }) => id));
}

/** Whoever may be reminded is found among those whom the duties concern. */
function zonesOf(
  { leads, secondContact, absences }: ReminderContext,
  duties: readonly KnownDuty[],
): ReadonlyMap<string, string> {
  const people = [
    ...leads,
    ...(secondContact ? [secondContact] : []),
    ...absences.map(({ standIn }) => standIn),
    ...duties.flatMap(({ facts }) => Object.values(facts.concerned).flat()),
  ];
  return new Map(people.map(({ personId, timeZone }) => [personId, timeZone]));
}
