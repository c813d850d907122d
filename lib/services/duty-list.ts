import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import type { ListView } from "../lists/address";
import { DUTY_LIST, type DUTY_LIST as DutyList } from "../lists/duties";
import type { ListPage } from "../lists/page";
import type { ListSort } from "../lists/shape";
import { DUTY_KINDS } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { dutiesUnder, isLate } from "./duty-conditions";
import { type DutyLine, LINE_COLUMNS, lineOf } from "./duty-rows";
import { inOrder, type Key } from "./keyset";
import { dayKey, textKey } from "./list-conditions";
import { allPagesOf, pageOf, type TeamList } from "./list-pages";
import type { Tx } from "./transaction";

type Order =
  | Extract<(typeof DutyList)["columns"][number], { sorts: string }>["id"]
  | (typeof DutyList)["orders"][number];

/** One page of the team's duties; its counts are by state, and what is late is open and missed. */
export async function listDuties(actor: Member, view: ListView): Promise<ListPage<DutyLine>> {
  authorise(actor, "duty.read");
  return pageOf(actor, view, DUTIES);
}

/** Everything that the list shows under this view, in batches. */
export async function readDuties(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<DutyLine[]>> {
  authorise(actor, "duty.read");
  return allPagesOf(actor, view, DUTIES);
}

const DUTIES: TeamList<DutyLine> = {
  shape: DUTY_LIST,
  rows: (tx, actor) => ({
    id: Prisma.sql`o.id`,
    from: (query) => dutiesUnder(actor, query),
    keys: (sort) => keysOf(sort, todayFor(actor)),
    countedBy: Prisma.sql`case when ${isLate(todayFor(actor))} then 'late' else o.state::text end`,
    read: (ids) => readRows(tx, actor, ids),
  }),
  tabsOf: (state) => (state === "late" ? ["open", "missed"] : [state]),
};

async function readRows(tx: Tx, actor: Member, ids: readonly string[]): Promise<DutyLine[]> {
  const rows = await tx.obligation.findMany({
    where: { teamId: actor.teamId, id: { in: [...ids] } },
    select: LINE_COLUMNS,
  });
  const today = todayFor(actor);
  return inOrder(
    ids,
    rows.map((row) => lineOf(row, today)),
  );
}

/** What an order compares. `next`: what is to be done, nearest first, then what is over, latest first. */
function keysOf({ column, direction }: ListSort, today: Day): Key[] {
  const date = (value: Prisma.Sql): Key => ({ value: dayKey(value, direction), type: "date" });
  const text = (value: Prisma.Sql): Key => ({ value: textKey(value, direction), type: "text" });
  const number = (value: Prisma.Sql): Key => ({ value, type: "integer" });
  const isOver = Prisma.sql`o.state in ('done', 'not_applicable')`;
  const keys: Record<Order, () => Key[]> = {
    next: () => [
      { value: isOver, type: "boolean" },
      number(Prisma.sql`(o."dueOn" - date '2000-01-01') * case when ${isOver} then -1 else 1 end`),
    ],
    duty: () => [number(Prisma.sql`coalesce(array_position(${KINDS_BY_NAME}::text[], o.kind), 0)`)],
    due: () => [date(Prisma.sql`o."dueOn"`)],
    owner: () => [text(Prisma.sql`p.name`)],
    state: () => [
      number(
        Prisma.sql`case when ${isLate(today)} then 0 else 1 + array_position(${STATES}::text[], o.state::text) end`,
      ),
    ],
    archive: () => [text(Prisma.sql`o.archive`)],
    closed: () => [date(Prisma.sql`o."closedOn"`)],
  };
  return keys[column as Order]();
}

/** Their names are code, not rows. */
const KINDS_BY_NAME = DUTY_KINDS.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ id }) => id);

/** In the order of the list's tabs. */
const STATES = ["open", "missed", "done", "not_applicable"];
