import type { Prisma } from "@/prisma/client/client";
import type { Answers, UnitFacts } from "../archives/form";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import type { TeamActor } from "../team/actor";
import type { Tx } from "./transaction";

export interface LoadedRequest {
  id: string;
  archive: string;
  lifecycle: string;
  title: string;
  version: number;
  answers: Answers;
  cycles: { number: number; kind: string; state: string; filed: Prisma.JsonValue }[];
  items: {
    id: string;
    requestId: string;
    unitId: string;
    personId: string | null;
    step: string;
    stepSince: Day;
    granted: boolean;
    /** The day of the decision on the approval that stands; null where none does. */
    approvedOn: Day | null;
    answers: Answers;
    unit: UnitFacts;
    person: { name: string } | null;
  }[];
}

/** The request with its items and its newest cycle, as a move needs them. Throws NOT_FOUND. */
export async function loadForMove(tx: Tx, actor: TeamActor, id: string): Promise<LoadedRequest> {
  const request = await tx.request.findFirst({
    where: { id, teamId: actor.teamId },
    include: {
      items: {
        orderBy: { position: "asc" },
        include: {
          unit: { select: { code: true, accessClass: true, policy: true, consentCode: true } },
          person: { select: { name: true } },
          grants: { where: { endedOn: null }, select: { decidedOn: true } },
        },
      },
      cycles: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, kind: true, state: true, filed: true },
      },
    },
  });
  if (!request) throw notFound("request");
  return {
    ...request,
    answers: request.answers as Answers,
    items: request.items.map((item) => ({
      ...item,
      answers: item.answers as Answers,
      stepSince: dayFromColumn(item.stepSince),
      granted: item.grants.length > 0,
      approvedOn: item.grants[0] ? dayFromColumn(item.grants[0].decidedOn) : null,
    })),
  };
}
