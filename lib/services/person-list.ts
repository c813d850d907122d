import { Prisma } from "@/prisma/client/client";
import type { ListView } from "../lists/address";
import type { ListPage } from "../lists/page";
import { PERSON_LIST } from "../lists/people";
import type { ListQuery } from "../lists/query";
import type { HoldingState } from "../people/state";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { allPagesOf, pageOf, type TeamList } from "./list-pages";
import type { Holders } from "./person-conditions";
import { type PeopleBasis, type PersonOrder, peopleUnder, personKeys } from "./person-facts";
import { type PersonLine, readPersonLines } from "./person-lines";
import { PRESENCE, todaysOfPeople } from "./person-presence";
import { boxesOfPeople } from "./prerequisites";
import type { Tx } from "./transaction";

/** In these states somebody has what is asked for today. */
const HAS: readonly HoldingState[] = ["current", "ending_soon", "waived"];

/**
 * One page of the team's people, who has left among them. Its counts are by presence, each on the
 * day that it is where the person is.
 */
export async function searchPeople(actor: Member, view: ListView): Promise<ListPage<PersonLine>> {
  authorise(actor, "person.read");
  return pageOf(actor, view, PEOPLE);
}

/** Everybody whom the list shows under this view, in batches. */
export async function readPeopleFound(
  actor: Member,
  view: Pick<ListView, "q" | "sort">,
): Promise<AsyncIterable<PersonLine[]>> {
  authorise(actor, "person.read");
  return allPagesOf(actor, view, PEOPLE);
}

const PEOPLE: TeamList<PersonLine> = {
  shape: PERSON_LIST,
  rows: async (tx, actor, query) => {
    const basis = await basisOf(tx, actor, query);
    return {
      id: Prisma.sql`p.id`,
      from: (asked, order) => peopleUnder(actor, basis, asked, order as PersonOrder),
      keys: personKeys,
      countedBy: PRESENCE,
      read: (ids) => readPersonLines(tx, actor, ids),
    };
  },
};

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
