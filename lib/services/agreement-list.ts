import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import { dayFromColumn } from "../dates/day";
import type { ListView } from "../lists/address";
import { AGREEMENT_LIST } from "../lists/agreements";
import { apart, everyPage, fitting, type ListPage } from "../lists/page";
import { type ListQuery, parseQuery } from "../lists/query";
import { dutyKind } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { type AgreementOrder, agreementKeys, agreementsUnder } from "./agreement-facts";
import { loadVersions } from "./agreement-rows";
import { type AgreementLine, lineOf } from "./agreements";
import { type KeysetPage, keysetPage } from "./keyset";
import { inTeam, type Tx } from "./transaction";

/** How many lines of a file are read at once. */
const BATCH = 500;

/** A line of the list: an agreement with the duty that is due first, and the request it came with. */
export interface ListedAgreement extends AgreementLine {
  nextDuty: { id: string; name: string; dueOn: Day } | null;
  request: { number: number; title: string } | null;
}

/**
 * One page of the team's agreements as the address asks for them. `counts` are by archive, under all
 * of the search but its archive.
 */
export async function listAgreements(
  actor: Member,
  view: ListView,
): Promise<ListPage<ListedAgreement>> {
  authorise(actor, "agreement.read");
  const query = parseQuery(AGREEMENT_LIST, view.q);
  const { rest, own } = apart(query, AGREEMENT_LIST.tabs);
  return inTeam(actor, async (tx) => {
    const page = await findPage(tx, actor, query, view);
    const counts = await countByArchive(tx, actor, rest);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      rows: await readLines(tx, actor, page.ids),
      ...{ previous: page.previous, next: page.next },
      ...{ counts, all, total: fitting(counts, own) },
      hasAny: all > 0 || (await tx.agreement.count({ where: { teamId: actor.teamId } })) > 0,
    };
  });
}

/** Everything that the list shows under this view, all pages, in batches as they are read. */
export async function readAgreementsFound(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<ListedAgreement[]>> {
  authorise(actor, "agreement.read");
  const query = parseQuery(AGREEMENT_LIST, view.q);
  return everyPage((after) =>
    inTeam(actor, async (tx) => {
      const page = await findPage(tx, actor, query, { sort: view.sort, after }, BATCH);
      return { rows: await readLines(tx, actor, page.ids), next: page.next };
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
    id: Prisma.sql`a.id`,
    keys: agreementKeys(sort),
    from: agreementsUnder(actor, query, sort.column as AgreementOrder),
    ...{ sort, after, ...(size && { size }) },
  });
}

async function countByArchive(
  tx: Tx,
  actor: Member,
  query: ListQuery,
): Promise<Record<string, number>> {
  const found = await tx.$queryRaw<{ archive: string; count: number }[]>`
    select a.archive, count(*)::int as count from ${agreementsUnder(actor, query)}
    group by a.archive`;
  return Object.fromEntries(found.map(({ archive, count }) => [archive, count]));
}

async function readLines(
  tx: Tx,
  actor: Member,
  ids: readonly string[],
): Promise<ListedAgreement[]> {
  const loaded = await loadVersions(tx, actor, ids);
  const duties = await tx.obligation.findMany({
    where: { teamId: actor.teamId, agreementId: { in: [...ids] }, state: "open" },
    ...{ orderBy: [{ dueOn: "asc" }, { id: "asc" }], distinct: ["agreementId"] },
    select: { id: true, agreementId: true, kind: true, dueOn: true },
  });
  const dutyOf = new Map(
    duties.map(({ id, agreementId, kind, dueOn }) => [
      agreementId,
      { id, name: dutyKind(kind).name, dueOn: dayFromColumn(dueOn) },
    ]),
  );
  const today = todayFor(actor);
  return ids.flatMap((id) => {
    const row = loaded.get(id);
    if (!row) return [];
    return [{ ...lineOf(row, today), nextDuty: dutyOf.get(id) ?? null, request: row.request }];
  });
}
