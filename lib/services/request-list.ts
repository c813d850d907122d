import { Prisma } from "@/prisma/client/client";
import type { ListView } from "../lists/address";
import { apart, everyPage, fitting, type ListPage } from "../lists/page";
import { type ListQuery, parseQuery } from "../lists/query";
import { REQUEST_LIST } from "../lists/requests";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inOrder, type KeysetPage, keysetPage } from "./keyset";
import { type RequestOrder, requestKeys, requestsUnder } from "./request-facts";
import { type RequestRow, ROW_COLUMNS, toRow } from "./request-rows";
import { inTeam, type Tx } from "./transaction";

/** How many lines of a file are read at once. */
const BATCH = 1_000;

/**
 * One page of the team's requests as the address asks for them; what of the search cannot be read
 * narrows nothing. `counts` are by status, under all of the search but its status.
 */
export async function listRequests(actor: Member, view: ListView): Promise<ListPage<RequestRow>> {
  authorise(actor, "request.read");
  const query = parseQuery(REQUEST_LIST, view.q);
  const { rest, own } = apart(query, REQUEST_LIST.tabs);
  return inTeam(actor, async (tx) => {
    const page = await findPage(tx, actor, query, view);
    const counts = await countByStatus(tx, actor, rest);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      rows: await readRows(tx, actor, page.ids),
      ...{ previous: page.previous, next: page.next },
      ...{ counts, all, total: fitting(counts, own) },
      hasAny: all > 0 || (await hasAny(tx, actor)),
    };
  });
}

/**
 * Everything that the list shows under this view, all pages, in batches as they are read.
 */
export async function readRequests(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<RequestRow[]>> {
  authorise(actor, "request.read");
  const query = parseQuery(REQUEST_LIST, view.q);
  return everyPage((after) =>
    inTeam(actor, async (tx) => {
      const page = await findPage(tx, actor, query, { sort: view.sort, after }, BATCH);
      return { rows: await readRows(tx, actor, page.ids), next: page.next };
    }),
  );
}

function findPage(
  tx: Tx,
  actor: Member,
  query: ListQuery,
  { sort, after }: Pick<ListView, "sort" | "after">,
  size?: number,
): Promise<KeysetPage> {
  return keysetPage(tx, {
    id: Prisma.sql`r.id`,
    keys: requestKeys(actor, sort),
    from: requestsUnder(actor, query, sort.column as RequestOrder),
    ...{ sort, after, ...(size && { size }) },
  });
}

async function readRows(tx: Tx, actor: Member, ids: string[]): Promise<RequestRow[]> {
  const rows = await tx.request.findMany({
    where: { teamId: actor.teamId, id: { in: ids } },
    include: ROW_COLUMNS,
  });
  return inOrder(
    ids,
    rows.map((row) => toRow(row, actor.personId)),
  );
}

async function countByStatus(
  tx: Tx,
  actor: Member,
  query: ListQuery,
): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ status: string; count: number }[]>`
    select r.status::text as status, count(*)::int as count
    from ${requestsUnder(actor, query)} group by r.status`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function hasAny(tx: Tx, { teamId }: Member): Promise<boolean> {
  const any = await tx.request.findFirst({ where: { teamId }, select: { id: true } });
  return any !== null;
}
