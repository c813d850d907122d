import { Prisma } from "@/prisma/client/client";
import { addDays, type Day, dayFromColumn, dayOf } from "../dates/day";
import { DEFAULT_LANGUAGE } from "../languages";
import { ringingDays } from "../reminders/reached";
import type { StoredSchedule } from "../reminders/schedule";
import { sayIn } from "../said/say-in";
import type { Member } from "../team/actor";
import type { Entry, Reminder } from "../timeline/entry";
import { rows } from "./access-rows";
import { timingOf } from "./duty-facts";
import { LINE_COLUMNS, lineOf } from "./duty-rows";
import { schedulesOf } from "./reminder-context";
import type { GroupEntries } from "./timeline-grants";
import { ofData, ofKey, REST, type TimelineScope } from "./timeline-groups";
import type { Tx } from "./tx";

const COLUMNS = {
  ...LINE_COLUMNS,
  ...{ subject: true, agreementId: true },
  snoozes: { select: { personId: true, until: true } },
  notices: {
    where: { sentAt: { not: null } },
    select: { sentAt: true, toName: true, toAddress: true },
    orderBy: { sentAt: "asc" },
  },
} satisfies Prisma.ObligationSelect;

type Row = Prisma.ObligationGetPayload<{ select: typeof COLUMNS }>;

/**
 * The duties of each group that fall into the window, nearest first, with the mails about them: what
 * went, and on which days their owner's schedule has more to come.
 */
export async function readDutyEntries(
  tx: Tx,
  actor: Member,
  scope: TimelineScope,
): Promise<Map<string, GroupEntries>> {
  const found = await rows<{ key: string; id: string; total: number }>(tx, query(scope));
  if (found.length === 0) return new Map();
  const ids = found.map(({ id }) => id);
  const duties = await tx.obligation.findMany({
    where: { teamId: scope.teamId, id: { in: ids } },
    select: COLUMNS,
  });
  const schedules = scope.view.kinds.includes("reminder")
    ? await schedulesOf(tx, scope.teamId)
    : null;
  const byId = new Map(duties.map((row) => [row.id, entryOf(row, actor, scope, schedules)]));
  const groups = Map.groupBy(found, ({ key }) => key);
  return new Map(
    [...groups].map(([key, all]) => {
      const entries = all.flatMap(({ id }) => byId.get(id) ?? []);
      return [key, { entries, hidden: Math.max((all[0]?.total ?? 0) - all.length, 0) }];
    }),
  );
}

function entryOf(
  row: Row,
  actor: Member,
  { today, view }: TimelineScope,
  schedules: readonly StoredSchedule[] | null,
): Entry {
  const line = lineOf(row, today as Day);
  const about = line.data ?? line.agreement?.name;
  const reminders = schedules
    ? [...sent(row, actor.timeZone ?? "UTC"), ...planned(row, today as Day, schedules)]
    : [];
  const isDuty = view.kinds.includes("duty");
  // It becomes part of a sentence.
  const say = sayIn(actor.language ?? DEFAULT_LANGUAGE);
  const what = say(line.what || line.kind.name).replace(/\.$/, "");
  return {
    ...{ id: row.id, kind: "duty", holder: line.owner.name, isShared: false, spans: [] },
    request: line.request?.number ?? null,
    what: about ? `${what} (${about})` : what,
    place: { kind: "duty", id: row.id },
    due: isDuty || reminders.length > 0 ? { on: line.dueOn, state: line.state, reminders } : null,
  };
}

/** What went, one for each day on the reader's clock. */
function sent({ notices }: Row, timeZone: string): Reminder[] {
  const days = Map.groupBy(notices, ({ sentAt }) => dayOf(sentAt ?? new Date(0), timeZone));
  return [...days].map(([on, all]) => ({
    ...{ on, isSent: true },
    to: [...new Set(all.map(({ toName, toAddress }) => toName || toAddress))],
  }));
}

/** The days ahead on which the owner is reminded while the duty stays open and nobody changes a thing. */
function planned(row: Row, today: Day, schedules: readonly StoredSchedule[]): Reminder[] {
  if (row.state !== "open") return [];
  const { owner, snoozes } = row;
  const dueOn = dayFromColumn(row.dueOn);
  const rest = snoozes.find(({ personId }) => personId === owner.id);
  const first = rest ? dayFromColumn(rest.until) : today;
  return ringingDays(timingOf(row), owner.id, { schedules })
    .map((days) => addDays(dueOn, -days))
    .filter((on) => on > today && on >= first)
    .map((on) => ({ on, isSent: false, to: [owner.name] }));
}

function query(scope: TimelineScope): Prisma.Sql {
  const { teamId, window, keys, cap } = scope;
  const all = scope.grouping === "archive" && !scope.view.archive ? [...keys, REST] : keys;
  return Prisma.sql`select k.key, o.id, o.total from unnest(${[...all]}::text[]) k(key)
    cross join lateral (
      select o.id, o."dueOn", count(*) over ()::int as total from "Obligation" o
      where o."teamId" = ${teamId}::uuid and o.state <> 'not_applicable'
        and o."dueOn" >= ${window.from}::date and o."dueOn" < ${window.before}::date
        and ${inGroup(scope)} and ${narrowed(scope)}
      order by o."dueOn", o.id limit ${cap}) o
    order by o."dueOn", o.id`;
}

function inGroup(scope: TimelineScope): Prisma.Sql {
  if (scope.grouping === "person") return Prisma.sql`o."ownerId" = k.key::uuid`;
  if (scope.grouping === "archive") return Prisma.sql`o.archive = k.key`;
  return Prisma.sql`o."grantId" = any(array(select g.id from "Grant" g
    where g."teamId" = ${scope.teamId}::uuid and ${ofKey('g."unitId"', scope)}))`;
}

function narrowed(scope: TimelineScope): Prisma.Sql {
  const { personId, view } = scope;
  const ofPerson =
    personId === null ? Prisma.sql`true` : Prisma.sql`o."ownerId" = ${personId}::uuid`;
  const ofArchive = view.archive ? Prisma.sql`o.archive = ${view.archive}` : Prisma.sql`true`;
  const about = view.data
    ? Prisma.sql`o."grantId" = any(array(select g.id from "Grant" g
        where g."teamId" = ${scope.teamId}::uuid and ${ofData('g."unitId"', scope)}))`
    : Prisma.sql`true`;
  return Prisma.sql`${ofPerson} and ${ofArchive} and ${about}`;
}
