import type { Prisma } from "@/prisma/client/client";
import type { TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam } from "./transaction";

/** One line of history as pages show it. */
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
 * hold), of anything else by its id, or of the team, newest first, 100 at most; with `byPeople`
 * without what Gatebook did by itself.
 */
export async function listHistory(
  actor: TeamActor,
  filter: {
    requestId?: string;
    personId?: string;
    subjectId?: string;
    /** Only lines whose action begins so. */
    actions?: readonly string[];
    take?: number;
    byPeople?: boolean;
  } = {},
): Promise<HistoryLine[]> {
  authorise(actor, "history.read");
  const take = Math.min(filter.take ?? 100, 100);
  const where = {
    teamId: actor.teamId,
    ...(filter.requestId && { requestId: filter.requestId }),
    ...(filter.subjectId && { subjectId: filter.subjectId }),
    ...(filter.personId && {
      OR: [
        { subjectType: "person", subjectId: filter.personId },
        { data: { path: ["personId"], equals: filter.personId } },
      ],
    }),
    ...(filter.actions && {
      AND: [{ OR: filter.actions.map((beginning) => ({ action: { startsWith: beginning } })) }],
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
