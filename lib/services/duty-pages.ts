import type { Prisma } from "@/prisma/client/client";
import { type Day, dayToColumn } from "../dates/day";
import { type DutyFilter, type ListedState, ME } from "../duties/filter";
import { DUTY_KINDS } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { dutiesOfPerson } from "./duties-of-person";
import { type DutyLine, LINE_COLUMNS, lineOf } from "./duty-rows";
import { inTeam, type Tx } from "./transaction";

/** How many duties a page of the list shows. */
const PAGE_SIZE = 50;
/** How many lines of a file are read at once. */
const BATCH = 1_000;

/** One page of duties, with how many there are of each state under the rest of the filter. */
export interface DutyPage {
  rows: DutyLine[];
  /** From 1; the last one where the asked page lies behind it. */
  page: number;
  pages: number;
  counts: Record<ListedState, number>;
  /** Whether the team has, or had, any duty at all. */
  hasAny: boolean;
}

/** One page of the team's duties: what is to be done nearest first, what is over newest first. */
export async function listDuties(actor: Member, filter: DutyFilter): Promise<DutyPage> {
  authorise(actor, "duty.read");
  const today = todayFor(actor);
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const narrowed = await narrow(tx, actor, filter, today);
    const whereOf = (state: ListedState) => ({ AND: [narrowed, stateOf(state, today)] });
    const count = (state: ListedState) => tx.obligation.count({ where: whereOf(state) });
    const counts = {
      open: await count("open"),
      missed: await count("missed"),
      done: await count("done"),
      not_applicable: await count("not_applicable"),
    };
    const pages = Math.max(1, Math.ceil(counts[filter.state] / PAGE_SIZE));
    const page = Math.min(filter.page, pages);
    const rows = await tx.obligation.findMany({
      ...{ where: whereOf(filter.state), orderBy: orderOf(filter.state), select: LINE_COLUMNS },
      ...{ take: PAGE_SIZE, skip: (page - 1) * PAGE_SIZE },
    });
    const any = await tx.obligation.findFirst({ where: { teamId }, select: { id: true } });
    return {
      ...{ rows: rows.map((row) => lineOf(row, today)), page, pages, counts },
      hasAny: any !== null,
    };
  });
}

/**
 * What the list shows under this filter, all pages, in batches of lines as they are read, so that
 * a long file never lies in memory as a whole.
 */
export async function readDuties(
  actor: Member,
  filter: DutyFilter,
): Promise<AsyncIterable<DutyLine[]>> {
  authorise(actor, "duty.read");
  const today = todayFor(actor);
  const narrowed = await inTeam(actor, (tx) => narrow(tx, actor, filter, today));
  const where = { AND: [narrowed, stateOf(filter.state, today)] };
  const orderBy = orderOf(filter.state);
  async function* batches() {
    let last: string | undefined;
    do {
      const from = last;
      const rows = await inTeam(actor, (tx) =>
        tx.obligation.findMany({
          ...{ where, orderBy, select: LINE_COLUMNS, take: BATCH },
          ...(from !== undefined && { cursor: { id: from }, skip: 1 }),
        }),
      );
      yield rows.map((row) => lineOf(row, today));
      last = rows.length < BATCH ? undefined : rows.at(-1)?.id;
    } while (last !== undefined);
  }
  return batches();
}

/** All of the filter but the state. */
async function narrow(
  tx: Tx,
  actor: Member,
  filter: DutyFilter,
  today: Day,
): Promise<Prisma.ObligationWhereInput> {
  const { teamId } = actor;
  const { archive, group, person } = filter;
  const kinds = group && DUTY_KINDS.filter((kind) => kind.group === group).map(({ id }) => id);
  const personId = person === ME ? actor.personId : person;
  return {
    teamId,
    AND: [
      archive ? { archive } : {},
      kinds ? { kind: { in: kinds } } : {},
      personId ? await dutiesOfPerson(tx, { teamId, personId, today }) : {},
    ],
  };
}

/** An open duty whose day is over counts among the missed ones too, since it is still to be done. */
function stateOf(state: ListedState, today: Day): Prisma.ObligationWhereInput {
  if (state !== "missed") return { state };
  return { OR: [{ state: "missed" }, { state: "open", dueOn: { lt: dayToColumn(today) } }] };
}

function orderOf(state: ListedState): Prisma.ObligationOrderByWithRelationInput[] {
  const isOver = state === "done" || state === "not_applicable";
  return isOver ? [{ dueOn: "desc" }, { id: "desc" }] : [{ dueOn: "asc" }, { id: "asc" }];
}
