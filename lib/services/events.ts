import type { Prisma } from "@/prisma/client/client";
import type { TeamActor } from "../team/actor";
import { touchByEvent } from "./touched";
import type { Tx } from "./tx";

/** One line of history as a service hands it over; the database adds `seq` and the hash chain. */
export interface NewEvent {
  /** `subject.verb`, for example `request.submitted`. */
  action: string;
  subjectType: string;
  subjectId: string;
  requestId?: string;
  data?: Prisma.InputJsonObject;
}

/**
 * Writes the history line of a change. Call it in the transaction of the change itself: the standing
 * duties of whatever the line is about are made to follow before that transaction ends.
 */
export async function record(tx: Tx, actor: TeamActor, event: NewEvent): Promise<void> {
  touchByEvent(tx, actor, event);
  await tx.event.create({ data: rowOf(actor, event) });
}

/** As `record`, for many changes of one transaction, in their order. */
export async function recordAll(
  tx: Tx,
  actor: TeamActor,
  events: readonly NewEvent[],
): Promise<void> {
  for (const event of events) touchByEvent(tx, actor, event);
  await tx.event.createMany({ data: events.map((event) => rowOf(actor, event)) });
}

function rowOf(actor: TeamActor, event: NewEvent) {
  return {
    teamId: actor.teamId,
    at: actor.now,
    actorId: actor.kind === "user" ? actor.userId : null,
    actorName: actor.name,
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    requestId: event.requestId,
    data: event.data ?? {},
  };
}
