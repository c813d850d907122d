import type { Cursor } from "./cursor";
import type { Clause, ListQuery } from "./query";

/** One page of a list, and what its tabs and its foot say. */
export interface ListPage<Row> {
  rows: Row[];
  previous: Cursor | null;
  next: Cursor | null;
  /** By value of the tabs' field: how many there are under the rest of the search; none is left out. */
  counts: Record<string, number>;
  /** Whatever the tabs' field says. */
  all: number;
  /** Under the whole search. */
  total: number;
  /** Whether the list has any row at all. */
  hasAny: boolean;
}

/** The search without what it says of a field, and what it says of it. */
export function apart(query: ListQuery, field: string): { rest: ListQuery; own: Clause[] } {
  return {
    rest: { ...query, clauses: query.clauses.filter((clause) => clause.field !== field) },
    own: query.clauses.filter((clause) => clause.field === field),
  };
}

/** The tabs, by value, that the rows counted under a name stand in. */
export type TabsOf = (name: string) => readonly string[];

/** How many rows each tab has. */
export function byTab(
  counted: Readonly<Record<string, number>>,
  tabsOf: TabsOf,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, count] of Object.entries(counted)) {
    for (const tab of tabsOf(name)) counts[tab] = (counts[tab] ?? 0) + count;
  }
  return counts;
}

/** How many of the counted rows fit all these clauses, which are of the tabs' field. */
export function fitting(
  counted: Readonly<Record<string, number>>,
  own: readonly Clause[],
  tabsOf: TabsOf,
): number {
  return Object.entries(counted)
    .filter(([name]) => {
      const tabs = tabsOf(name);
      return own.every(({ isNot, values }) => values.some((tab) => tabs.includes(tab)) !== isNot);
    })
    .reduce((sum, [, count]) => sum + count, 0);
}

/**
 * All pages of a list, one after another as they are wanted, so that a long file never lies in memory
 * as a whole. Each page is a look of its own.
 */
export async function* everyPage<Row>(
  read: (after: Cursor | null) => Promise<{ rows: Row[]; next: Cursor | null }>,
): AsyncGenerator<Row[]> {
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read(after);
    yield page.rows;
    after = page.next;
  } while (after !== null);
}
