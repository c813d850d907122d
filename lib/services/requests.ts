import type { Answers } from "../archives/form";
import type { Party, PersonFunction } from "../archives/lifecycle";
import { dayFromColumn } from "../dates/day";
import { proofOf } from "../documents/document";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { findMyMoves } from "./my-moves";
import { PROOF } from "./proof-columns";
import { type RequestRow, ROW_COLUMNS, toRow } from "./request-rows";
import { inTeam } from "./transaction";

/** The requests whose next move is this member's, longest unchanged first, so many at most. */
export async function listMyMoves(actor: Member, take: number): Promise<RequestRow[]> {
  authorise(actor, "request.read");
  return inTeam(actor, async (tx) => {
    const ids = await findMyMoves(tx, actor, take);
    const requests = await tx.request.findMany({
      where: { teamId: actor.teamId, id: { in: ids } },
      include: ROW_COLUMNS,
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    });
    return requests.map((request) => toRow(request, actor.personId));
  });
}

/** Everything the page and the form of one request show. */
export type RequestDetail = Awaited<ReturnType<typeof getRequest>>;

/** One request by the team's own number. Throws NOT_FOUND, also for numbers of other teams. */
export async function getRequest(actor: Member, number: number) {
  authorise(actor, "request.read");
  const request = await inTeam(actor, (tx) =>
    tx.request.findFirst({
      where: { teamId: actor.teamId, number },
      include: {
        owner: { select: { id: true, name: true } },
        people: { include: { person: { select: { id: true, name: true, endsOn: true } } } },
        items: {
          orderBy: { position: "asc" },
          include: {
            unit: {
              include: { dataset: { select: { slug: true, shortTitle: true, title: true } } },
            },
            person: { select: { id: true, name: true } },
            grants: {
              orderBy: { createdAt: "desc" },
              include: { document: { select: PROOF } },
            },
          },
        },
        obligations: {
          where: { state: "open" },
          orderBy: [{ dueOn: "asc" }, { id: "asc" }],
          include: { person: { select: { name: true } } },
        },
      },
    }),
  );
  if (!request) throw notFound("request");
  return {
    ...request,
    answers: request.answers as Answers,
    submittedOn: request.submittedOn && dayFromColumn(request.submittedOn),
    projectEndsOn: request.projectEndsOn && dayFromColumn(request.projectEndsOn),
    people: request.people.map((entry) => ({
      ...entry,
      function: entry.function as PersonFunction,
    })),
    items: request.items.map((item) => ({
      ...item,
      answers: item.answers as Answers,
      stepSince: dayFromColumn(item.stepSince),
      waitingOn: item.waitingOn as Party,
      grants: item.grants.map((grant) => ({
        ...grant,
        document: proofOf(grant.document),
        decidedOn: dayFromColumn(grant.decidedOn),
        startsOn: dayFromColumn(grant.startsOn),
        endsOn: grant.endsOn && dayFromColumn(grant.endsOn),
        endedOn: grant.endedOn && dayFromColumn(grant.endedOn),
      })),
    })),
    obligations: request.obligations.map((obligation) => ({
      ...obligation,
      dueOn: dayFromColumn(obligation.dueOn),
    })),
  };
}
