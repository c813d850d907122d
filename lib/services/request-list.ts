import { Prisma } from "@/prisma/client/client";
import type { ListView } from "../lists/address";
import type { ListPage } from "../lists/page";
import { REQUEST_LIST } from "../lists/requests";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inOrder } from "./keyset";
import { allPagesOf, pageOf, type TeamList } from "./list-pages";
import { type RequestOrder, requestKeys, requestsUnder } from "./request-facts";
import { type RequestRow, ROW_COLUMNS, toRow } from "./request-rows";
import type { Tx } from "./transaction";

/** One page of the team's requests; its counts are by status. */
export async function listRequests(actor: Member, view: ListView): Promise<ListPage<RequestRow>> {
  authorise(actor, "request.read");
  return pageOf(actor, view, REQUESTS);
}

/** Everything that the list shows under this view, in batches. */
export async function readRequests(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<RequestRow[]>> {
  authorise(actor, "request.read");
  return allPagesOf(actor, view, REQUESTS);
}

const REQUESTS: TeamList<RequestRow> = {
  shape: REQUEST_LIST,
  rows: (tx, actor) => ({
    id: Prisma.sql`r.id`,
    from: (query, order) => requestsUnder(actor, query, order as RequestOrder),
    keys: requestKeys,
    countedBy: Prisma.sql`r.status::text`,
    read: (ids) => readRows(tx, actor, ids),
  }),
};

async function readRows(tx: Tx, actor: Member, ids: readonly string[]): Promise<RequestRow[]> {
  const rows = await tx.request.findMany({
    where: { teamId: actor.teamId, id: { in: [...ids] } },
    include: ROW_COLUMNS,
  });
  return inOrder(
    ids,
    rows.map((row) => toRow(row, actor.personId)),
  );
}
