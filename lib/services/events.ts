import type { Prisma } from "@/prisma/client/client";
import type { TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam, type Tx } from "./transaction";

/** One line of history as a service hands it over; the database adds `seq` and the hash chain. */
export interface NewEvent {
  /** `subject.verb`, for example `request.submitted`. */
  action: string;
  subjectType: string;
  subjectId: string;
  requestId?: string;
  data?: Prisma.InputJsonObject;
}

/** Writes the history line of a change. Call it in the transaction of the change itself. */
export async function record(tx: Tx, actor: TeamActor, event: NewEvent): Promise<void> {
  await tx.event.create({
    data: {
      teamId: actor.teamId,
      at: actor.now,
      actorId: actor.kind === "user" ? actor.userId : null,
      actorName: actor.name,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      requestId: event.requestId,
      data: event.data ?? {},
    },
  });
}

export interface HistoryLine {
  id: string;
  seq: number;
  at: Date;
  /** Null where no person did it but Gatebook itself. */
  actorId: string | null;
  actorName: string;
  action: string;
  requestId: string | null;
  data: Prisma.JsonValue;
}

/**
 * The newest history lines of one request, of one person (what was changed about them and what they
 * hold), or of the team, newest first, 100 at most; with `byPeople` without what Gatebook did by
 * itself.
 */
export async function listHistory(
  actor: TeamActor,
  filter: { requestId?: string; personId?: string; take?: number; byPeople?: boolean } = {},
): Promise<HistoryLine[]> {
  authorise(actor, "history.read");
  const take = Math.min(filter.take ?? 100, 100);
  const where = {
    teamId: actor.teamId,
    ...(filter.requestId && { requestId: filter.requestId }),
    ...(filter.personId && {
      OR: [
        { subjectType: "person", subjectId: filter.personId },
        { data: { path: ["personId"], equals: filter.personId } },
      ],
    }),
    ...(filter.byPeople && { actorId: { not: null } }),
  };
  return inTeam(actor, (tx) =>
    tx.event.findMany({
      where,
      orderBy: { seq: "desc" },
      take,
      select: {
        id: true,
        seq: true,
        at: true,
        actorId: true,
        actorName: true,
        action: true,
        requestId: true,
        data: true,
      },
    }),
  );
}
