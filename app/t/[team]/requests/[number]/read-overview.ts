import type { Framed } from "@/components/requests/request-frame";
import { dayFromColumn } from "@/lib/dates/day";
import { actionsOf, type HistoryKind } from "@/lib/requests/history-kinds";
import { peopleGaps, whoWorksWithData } from "@/lib/requests/people-gaps";
import { accessCells, openTo } from "@/lib/services/access";
import { listComments } from "@/lib/services/comments";
import { listDurations, listStays } from "@/lib/services/durations";
import { listClosedDuties } from "@/lib/services/duties-about";
import { listFilings } from "@/lib/services/filings";
import { listHistory } from "@/lib/services/history";
import { listIncidentsOfRequest } from "@/lib/services/incident-pages";
import { listNudges } from "@/lib/services/nudges";
import type { Member } from "@/lib/team/actor";

/** What the first page of a request shows beyond what all of its pages read. */
export async function readOverview(
  actor: Member,
  { request, today }: Pick<Framed, "request" | "today">,
  kind: HistoryKind | null,
) {
  const requestId = request.id;
  const unitsOf = (items: Framed["request"]["items"]) => [
    ...new Set(items.map(({ unitId }) => unitId)),
  ];
  const granted = request.items.filter((item) => item.grants.length > 0);
  const [
    history,
    shown,
    stays,
    durations,
    nudges,
    incidents,
    openers,
    closed,
    cells,
    comments,
    filings,
  ] = await Promise.all([
    listHistory(actor, { requestId }),
    kind && listHistory(actor, { requestId, actions: actionsOf(kind) }),
    listStays(actor, requestId),
    listDurations(actor),
    listNudges(actor, requestId),
    listIncidentsOfRequest(actor, requestId),
    openTo(actor, unitsOf(granted), today),
    listClosedDuties(actor, { requestId }),
    accessCells(actor, {
      ...{ personIds: whoWorksWithData(request), unitIds: unitsOf(request.items), on: today },
    }),
    listComments(actor, requestId),
    listFilings(actor, request.number),
  ]);
  const people = request.people.map(({ function: held, person }) => ({
    ...{ function: held },
    person: { ...person, endsOn: person.endsOn && dayFromColumn(person.endsOn) },
  }));
  return {
    ...{ history, stays, durations, nudges, incidents, openers, closed, comments, filings },
    /** The lines of history that were asked for. */
    shown: shown ?? history,
    gaps: peopleGaps({ ...request, people }, cells),
  };
}
