import { findQuery } from "@/lib/find/query-field";
import { answer, teamRoute } from "@/lib/route";
import { find } from "@/lib/services/find";

/** What fits `q` in the team and the catalogue, best first, as JSON. */
export const GET = teamRoute<{ team: string }>(async (actor, request) => {
  const { q } = findQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answer(200, { found: await find(actor, q) });
});
