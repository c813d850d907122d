import { accessFilter } from "@/lib/readiness/access-filter";
import { answer, teamRoute } from "@/lib/route";
import { accessCell } from "@/lib/services/access";
import { todayFor } from "@/lib/team/today";

/** All that is known of one person's access to one unit on a day, as JSON. */
export const GET = teamRoute<{ team: string; person: string; unit: string }>(
  async (actor, request, { person, unit }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const on = accessFilter.parse(query).on ?? todayFor(actor);
    return answer(200, await accessCell(actor, { personId: person, unitId: unit, on }));
  },
);
