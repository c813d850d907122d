import { Prisma } from "@/prisma/client/client";
import type { Day } from "../dates/day";
import { dayFromColumn } from "../dates/day";
import type { ListView } from "../lists/address";
import { AGREEMENT_LIST } from "../lists/agreements";
import type { ListPage } from "../lists/page";
import { dutyKind } from "../obligations/kinds";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { type AgreementOrder, agreementKeys, agreementsUnder } from "./agreement-facts";
import { loadVersions } from "./agreement-rows";
import { type AgreementLine, lineOf } from "./agreements";
import { allPagesOf, pageOf, type TeamList } from "./list-pages";
import type { Tx } from "./transaction";

/** A line of the list: an agreement with the duty that is due first, and the request it came with. */
export interface ListedAgreement extends AgreementLine {
  nextDuty: { id: string; name: string; dueOn: Day } | null;
  request: { number: number; title: string } | null;
}

/** One page of the team's agreements; its counts are by archive. */
export async function listAgreements(
  actor: Member,
  view: ListView,
): Promise<ListPage<ListedAgreement>> {
  authorise(actor, "agreement.read");
  return pageOf(actor, view, AGREEMENTS);
}

/** Everything that the list shows under this view, in batches. */
export async function readAgreementsFound(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<ListedAgreement[]>> {
  authorise(actor, "agreement.read");
  return allPagesOf(actor, view, AGREEMENTS);
}

const AGREEMENTS: TeamList<ListedAgreement> = {
  shape: AGREEMENT_LIST,
  rows: (tx, actor) => ({
    id: Prisma.sql`a.id`,
    from: (query, order) => agreementsUnder(actor, query, order as AgreementOrder),
    keys: agreementKeys,
    countedBy: Prisma.sql`a.archive`,
    read: (ids) => readLines(tx, actor, ids),
  }),
};

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
