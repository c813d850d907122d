import { FOUND_KINDS, type Found, type FoundKind } from "../find/found";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { foundRows } from "./find-rows";
import { inTeam } from "./transaction";

/** As many as are looked through before somebody types on. */
const MOST = 20;

interface Hit {
  kind: string;
  subjectId: string;
  slug: string;
}

/**
 * What fits a query (of `findQuery`) in the team and the catalogue, best first: requests, people,
 * data sets and their units, duties that are open, agreements, documents, outputs, papers, incidents.
 * The search answers with ids; what is shown is read from each thing's own rows, under the rights of
 * the reader, so that nothing is told that they could not open.
 */
export async function find(actor: Member, query: string): Promise<Found[]> {
  authorise(actor, "find.read");
  if (query === "") return [];
  return inTeam(actor, async (tx) => {
    const hits = await tx.$queryRaw<Hit[]>`
      select kind, "subjectId", slug from find_in_team(${query}, ${MOST}::int)`;
    const found = new Map<string, Found>();
    for (const kind of FOUND_KINDS) {
      const ids = hits.filter((hit) => hit.kind === kind).map(({ subjectId }) => subjectId);
      const slugs = hits.filter((hit) => hit.kind === kind).map(({ slug }) => slug);
      if (ids.length === 0) continue;
      for (const row of await foundRows[kind](tx, actor, ids, slugs)) {
        found.set(nameOf(kind, row), row);
      }
    }
    return hits.flatMap(
      (hit) => found.get(nameOf(hit.kind, { id: hit.subjectId, slug: hit.slug })) ?? [],
    );
  });
}

/** Papers are known by their slug alone. */
function nameOf(kind: FoundKind | string, { id, slug }: { id: string; slug: string }): string {
  return kind === "paper" ? `paper ${slug}` : `${kind} ${id}`;
}
