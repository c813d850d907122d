import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { Move } from "../archives/lifecycle";
import { type Day, dayToColumn } from "../dates/day";
import type { MoveInput } from "../requests/move-form";
import type { Member } from "../team/actor";
import { getRequest } from "./requests";
import { sampleReport } from "./sample-renewals";

/** For tests: what a move is sent with so that its own questions are answered, on this day. */
export function sampleInput(
  move: Move,
  request: { id: string; version: number },
  itemIds: readonly string[],
  on: Day,
): MoveInput {
  const answers = move.asks.map(({ id, kind, example }) => {
    if (kind === "date") return [id, on];
    if (kind === "days") return [id, "0"];
    return [id, example ?? "As the letter says."];
  });
  const isOpenEnded = move.asks.some(({ meaning }) => meaning === "durationDays");
  return {
    ...{ commandId: randomUUID(), requestId: request.id, version: request.version },
    ...{ move: move.id, itemIds: [...itemIds], answers: Object.fromEntries(answers) },
    ...(move.effect === "grant" && {
      decision: {
        ...{ decidedOn: on, startsOn: on, documentId: "" },
        endsOn: isOpenEnded ? "" : "2027-12-31",
      },
    }),
  };
}

/**
 * For tests: what must be there before a move, apart from its own answers: the report of a renewal
 * that is filed, the close-out that ends an access. Leaves the request where it stands.
 */
export async function prepareMove(
  superuser: PrismaClient,
  actor: Member,
  number: number,
  move: Move,
): Promise<void> {
  const { id, archive: code, lifecycle, items } = await getRequest(actor, number);
  const archive = archiveByCode(code);
  if (!archive) throw new Error(`no archive ${code}`);
  const isWriting = items.some(({ step }) => step === "renewal_draft");
  if (isWriting && move.effect === "file") await sampleReport(actor, number);
  const rules = archive.closeOut(lifecycle);
  if (!rules.steps.some((step) => step.move === move.id)) return;
  const about = { teamId: actor.teamId, requestId: id };
  const begun = await superuser.closeOut.findFirst({ where: { ...about, cancelledOn: null } });
  if (begun) return;
  const on = dayToColumn("2025-01-01" as Day);
  const closeOut = await superuser.closeOut.create({
    data: { ...about, reason: "completed", startedOn: on, createdAt: actor.now },
  });
  await superuser.closeOutStep.createMany({
    data: rules.steps.map((step) => ({
      ...{ teamId: actor.teamId, closeOutId: closeOut.id, step: step.id, doneOn: on },
      ...{ recordedBy: actor.name, createdAt: actor.now },
    })),
  });
}
