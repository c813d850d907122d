import { Prisma } from "@/prisma/client/client";
import type { ListView } from "../lists/address";
import { apart, everyPage, fitting, type ListPage } from "../lists/page";
import { PERSON_LIST } from "../lists/people";
import { type ListQuery, parseQuery } from "../lists/query";
import type { HoldingState } from "../people/state";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { type KeysetPage, keysetPage } from "./keyset";
import type { Holders } from "./person-conditions";
import { type PeopleBasis, type PersonOrder, peopleUnder, personKeys } from "./person-facts";
import { type PersonLine, readPersonLines } from "./person-lines";
import { PRESENCE, todaysOfPeople } from "./person-presence";
import { boxesOfPeople } from "./prerequisites";
import { inTeam, type Tx } from "./transaction";

/** How many lines of a file are read at once. */
const BATCH = 1_000;

/** In these states somebody has what is asked for today. */
const HAS: readonly HoldingState[] = ["current", "ending_soon", "waived"];

/**
 * One page of the team's people as the address asks for them, who has left among them. `counts` are
 * by presence, each on the day that it is where the person is.
 */
export async function searchPeople(actor: Member, view: ListView): Promise<ListPage<PersonLine>> {
  authorise(actor, "person.read");
  const query = parseQuery(PERSON_LIST, view.q);
  const { rest, own } = apart(query, PERSON_LIST.tabs);
  return inTeam(actor, async (tx) => {
    const basis = await basisOf(tx, actor, query);
    const page = await findPage(tx, actor, { basis, query, ...view });
    const counts = await countByPresence(tx, actor, basis, rest);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      rows: await readPersonLines(tx, actor, page.ids),
      ...{ previous: page.previous, next: page.next },
      ...{ counts, all, total: fitting(counts, own) },
      // Whoever reads this is one of the team's people.
      hasAny: true,
    };
  });
}

/** Everybody whom the list shows under this view, all pages, in batches as they are read. */
export async function readPeopleFound(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<PersonLine[]>> {
  authorise(actor, "person.read");
  const query = parseQuery(PERSON_LIST, view.q);
  return everyPage((after) =>
    inTeam(actor, async (tx) => {
      const basis = await basisOf(tx, actor, query);
      const asked = { basis, query, sort: view.sort, after, size: BATCH };
      const page = await findPage(tx, actor, asked);
      return { rows: await readPersonLines(tx, actor, page.ids), next: page.next };
    }),
  );
}

async function basisOf(tx: Tx, actor: Member, query: ListQuery): Promise<PeopleBasis> {
  const missing = query.clauses.flatMap(({ field, values }) => (field === "missing" ? values : []));
  return {
    todays: await todaysOfPeople(tx, actor),
    holders: missing.length > 0 ? await holdersOf(tx, actor, missing) : new Map(),
  };
}

async function holdersOf(tx: Tx, actor: Member, missing: readonly string[]): Promise<Holders> {
  const boxes = [...(await boxesOfPeople(tx, actor, { held: new Set(missing) }))];
  return new Map(
    missing.map((what) => [
      what,
      boxes.flatMap(([personId, own]) =>
        own.some(({ id, standing }) => id === what && HAS.includes(standing.state))
          ? [personId]
          : [],
      ),
    ]),
  );
}

function findPage(
  tx: Tx,
  actor: Member,
  asked: { basis: PeopleBasis; query: ListQuery; size?: number } & Pick<ListView, "sort" | "after">,
): Promise<KeysetPage> {
  const { basis, query, sort, after, size } = asked;
  return keysetPage(tx, {
    id: Prisma.sql`p.id`,
    keys: personKeys(sort),
    from: peopleUnder(actor, basis, query, sort.column as PersonOrder),
    ...{ sort, after, ...(size && { size }) },
  });
}

async function countByPresence(
  tx: Tx,
  actor: Member,
  basis: PeopleBasis,
  query: ListQuery,
): Promise<Record<string, number>> {
  const found = await tx.$queryRaw<{ presence: string; count: number }[]>`
    select ${PRESENCE} as presence, count(*)::int as count
    from ${peopleUnder(actor, basis, query)} group by 1`;
  return Object.fromEntries(found.map(({ presence, count }) => [presence, count]));
}
