import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { whatToDo } from "../duties/what";
import { DUTY_LIST } from "../lists/duties";
import { parseQuery } from "../lists/query";
import { dutyKind } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise, can, canRecordFor } from "../team/permissions";
import { todayFor } from "../team/today";
import { dutiesUnder } from "./duty-conditions";
import { inOrder } from "./keyset";
import { countMail, type MailProblemCounts } from "./mail-problems";
import { inTeam, type Tx } from "./transaction";

/** How many duties the dashboard shows. */
const LINES = 8;

/** A duty that is due in so many days or fewer is before the team. */
const SOON_DAYS = 30;

/** One open duty in a line. */
export interface MyDuty {
  id: string;
  /** What to do, in the imperative. */
  what: string;
  dueOn: Day;
  request: { number: number; title: string } | null;
  /** Whom it is about. */
  person: { name: string; isMe: boolean } | null;
  /** Whose it is; null where it is the reader's own. */
  owner: string | null;
}

/** What somebody sees of duties and of mail about them before anything else. */
export interface DutyPanel {
  /** The reader's open duties, nearest first, so that those whose day is over lead. */
  mine: MyDuty[];
  /** How many of those there are. */
  count: number;
  /** Open duties of the whole team; null for whoever does not organise. */
  team: { missed: number; soon: number } | null;
  /** Mail that needs somebody; null for whoever may not read the team's mail. */
  mail: MailProblemCounts | null;
}

/**
 * The open duties that the actor owns, is concerned by or sees to for somebody who is away; for
 * those who organise also how many the team has missed or has before it, and what mail is stuck.
 */
export async function getDutyPanel(actor: Member): Promise<DutyPanel> {
  authorise(actor, "duty.read");
  return inTeam(actor, async (tx) => {
    const { ids, count } = await findMine(tx, actor);
    return {
      mine: (await readLines(tx, actor, ids)).map((row) => asLine(actor, row)),
      count,
      team: canRecordFor(actor, "duty.settle", null) ? await countTeam(tx, actor) : null,
      mail: can(actor, "mail.read") ? await countMail(tx, actor) : null,
    };
  });
}

/** As the list of duties is asked for them; found and counted at one look. */
const OPEN_OF_MINE = parseQuery(DUTY_LIST, "state:open member:me");

async function findMine(tx: Tx, actor: Member): Promise<{ ids: string[]; count: number }> {
  const found = await tx.$queryRaw<{ id: string; count: number }[]>`
    select o.id::text, (count(*) over ())::int as count from ${dutiesUnder(actor, OPEN_OF_MINE)}
    order by o."dueOn", o.id limit ${LINES}`;
  return { ids: found.map(({ id }) => id), count: found[0]?.count ?? 0 };
}

async function readLines(tx: Tx, { teamId }: Member, ids: readonly string[]) {
  const rows = await tx.obligation.findMany({
    where: { teamId, id: { in: [...ids] } },
    select: {
      ...{ id: true, kind: true, what: true, dueOn: true },
      owner: { select: { id: true, name: true } },
      person: { select: { id: true, name: true } },
      request: { select: { number: true, title: true, archive: true, lifecycle: true } },
    },
  });
  return inOrder(ids, rows);
}

type LineRow = Awaited<ReturnType<typeof readLines>>[number];

function asLine(actor: Member, row: LineRow): MyDuty {
  const { id, owner, person, request } = row;
  return {
    ...{ id, what: whatToDo(row) || dutyKind(row.kind).name, dueOn: dayFromColumn(row.dueOn) },
    request: request && { number: request.number, title: request.title },
    person: person && { name: person.name, isMe: person.id === actor.personId },
    owner: owner.id === actor.personId ? null : owner.name,
  };
}

async function countTeam(tx: Tx, actor: Member) {
  const where = { teamId: actor.teamId, state: "open" } as const;
  const today = todayFor(actor);
  const first = dayToColumn(today);
  const last = dayToColumn(addDays(today, SOON_DAYS));
  return {
    missed: await tx.obligation.count({ where: { ...where, dueOn: { lt: first } } }),
    soon: await tx.obligation.count({ where: { ...where, dueOn: { gte: first, lte: last } } }),
  };
}
