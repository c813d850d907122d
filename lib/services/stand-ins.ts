import { randomUUID } from "node:crypto";
import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { invalid, notFound } from "../errors";
import type { EndStandIn, RecordStandIn } from "../people/stand-in-forms";
import type { Member } from "../team/actor";
import { authorise, authoriseFor } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

/** An absence, from and to (both included), and who stands in. */
export interface StandInLine {
  id: string;
  person: { id: string; name: string };
  standIn: { id: string; name: string };
  startsOn: Day;
  endsOn: Day;
  why: string;
}

const NAMED = { select: { id: true, name: true } } as const;
const BOTH = { person: NAMED, standIn: NAMED } as const;

/**
 * The absences of somebody, and those in which they stand in, that are not over, nearest first.
 * Nothing for somebody who is not of the team.
 */
export async function listStandIns(actor: Member, personId: string): Promise<StandInLine[]> {
  authorise(actor, "person.read");
  const rows = await inTeam(actor, (tx) =>
    tx.standIn.findMany({
      where: {
        ...{ teamId: actor.teamId, OR: [{ personId }, { standInId: personId }] },
        endsOn: { gte: dayToColumn(todayFor(actor)) },
      },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      include: BOTH,
      take: 50,
    }),
  );
  return rows.map(({ id, person, standIn, startsOn, endsOn, why }) => ({
    ...{ id, person, standIn, why },
    ...{ startsOn: dayFromColumn(startsOn), endsOn: dayFromColumn(endsOn) },
  }));
}

/**
 * Records that somebody is away, and who is reminded and may act instead until it ends by itself.
 * Members record their own absence. Standing in cannot be passed on: nobody is away while they stand
 * in for somebody.
 * @throws AppError FORBIDDEN, NOT_FOUND; INVALID at `endsOn` for days that are over, at `startsOn`
 *   where the absence meets another one, at `standInId` for somebody who is not there in that time
 */
export async function recordStandIn(actor: Member, input: RecordStandIn): Promise<{ id: string }> {
  authorise(actor, "standIn.record");
  const { personId, standInId, startsOn, endsOn, why } = input;
  authoriseFor(actor, "standIn.record", personId);
  if (endsOn < todayFor(actor)) throw invalid("endsOn", "These days are over.");
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const [person, standIn] = await lockBoth(tx, actor, input);
      await refuseMeeting(tx, actor, input, person);
      await refuseAbsent(tx, actor, input, standIn);
      const id = randomUUID();
      await tx.standIn.create({
        data: {
          ...{ id, teamId: actor.teamId, personId, standInId, why, createdAt: actor.now },
          ...{ startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) },
        },
      });
      await note(tx, actor, "standIn.recorded", personId, {
        ...{ name: person.name, to: standIn.name, startsOn, endsOn, standInId },
      });
      return { id };
    }),
  );
}

/**
 * Ends an absence early: whoever was away is back today, or does not go at all. One that is over
 * stays as it is.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function endStandIn(actor: Member, { id }: EndStandIn): Promise<void> {
  authorise(actor, "standIn.record");
  const { teamId } = actor;
  const today = todayFor(actor);
  await inTeam(actor, async (tx) => {
    const row = await tx.standIn.findUnique({
      where: { teamId_id: { teamId, id } },
      include: BOTH,
    });
    if (!row) throw notFound("absence");
    authoriseFor(actor, "standIn.record", row.personId);
    if (dayFromColumn(row.endsOn) < today) return;
    const hasBegun = dayFromColumn(row.startsOn) < today;
    const endsOn = dayToColumn(addDays(today, -1));
    const { count } = hasBegun
      ? await tx.standIn.updateMany({ where: { id, teamId }, data: { endsOn } })
      : await tx.standIn.deleteMany({ where: { id, teamId } });
    if (count === 0) return;
    await note(tx, actor, "standIn.ended", row.personId, {
      ...{ name: row.person.name, to: row.standIn.name, on: today, standInId: row.standInId },
    });
  });
}

interface Present {
  id: string;
  name: string;
  startsOn: Date;
  endsOn: Date | null;
}

/** Both persons, locked so that of two absences that cannot stand together the second sees the first. */
async function lockBoth(
  tx: Tx,
  { teamId }: Member,
  { personId, standInId }: RecordStandIn,
): Promise<[Present, Present]> {
  const ids = [personId, standInId];
  await tx.$queryRaw`
    select id from "Person" where "teamId" = ${teamId}::uuid and id = any(${ids}::uuid[])
    order by id for no key update`;
  const found = await tx.person.findMany({
    where: { teamId, id: { in: ids } },
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  const person = found.find(({ id }) => id === personId);
  const standIn = found.find(({ id }) => id === standInId);
  if (!person || !standIn) throw notFound("person");
  return [person, standIn];
}

/** Refuses a second absence in the same days, and one of somebody who stands in then. */
async function refuseMeeting(tx: Tx, actor: Member, input: RecordStandIn, person: Present) {
  const own = await meeting(tx, actor, input, { personId: person.id });
  if (own) {
    const { from, to } = spell(own);
    throw invalid(
      "startsOn",
      `${person.name} is away from ${from} to ${to} already, with ${own.standIn.name} standing in. End that first, or choose other days.`,
    );
  }
  const task = await meeting(tx, actor, input, { standInId: person.id });
  if (!task) return;
  const { from, to } = spell(task);
  throw invalid(
    "startsOn",
    `${person.name} stands in for ${task.person.name} from ${from} to ${to}, which cannot be passed on. End that first.`,
  );
}

/** Refuses somebody who is not on the team, or away themselves, on one of the days. */
async function refuseAbsent(tx: Tx, actor: Member, input: RecordStandIn, standIn: Present) {
  const { startsOn, endsOn } = input;
  const leaves = standIn.endsOn && dayFromColumn(standIn.endsOn);
  if (dayFromColumn(standIn.startsOn) > startsOn || (leaves !== null && leaves < endsOn)) {
    throw invalid("standInId", `${standIn.name} is not on the team on all of these days.`);
  }
  const away = await meeting(tx, actor, input, { personId: standIn.id });
  if (!away) return;
  const { from, to } = spell(away);
  throw invalid(
    "standInId",
    `${standIn.name} is away from ${from} to ${to}. Choose somebody else.`,
  );
}

function meeting(
  tx: Tx,
  { teamId }: Member,
  { startsOn, endsOn }: RecordStandIn,
  who: { personId: string } | { standInId: string },
) {
  return tx.standIn.findFirst({
    where: {
      ...{ teamId, ...who },
      ...{ startsOn: { lte: dayToColumn(endsOn) }, endsOn: { gte: dayToColumn(startsOn) } },
    },
    orderBy: { startsOn: "asc" },
    include: BOTH,
  });
}

function spell(days: { startsOn: Date; endsOn: Date }): { from: string; to: string } {
  const [from, to] = [dayFromColumn(days.startsOn), dayFromColumn(days.endsOn)];
  return { from: formatDay(from), to: formatDay(to) };
}

async function note(
  tx: Tx,
  actor: Member,
  action: string,
  personId: string,
  data: Record<string, string>,
): Promise<void> {
  await record(tx, actor, { action, subjectType: "person", subjectId: personId, data });
  await planAnew(tx, actor);
}
