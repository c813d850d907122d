import { z } from "zod";
import type { Purpose } from "@/prisma/client/client";
import {
  type CreatePurpose,
  type Statements,
  statementsOf,
  type UpdatePurpose,
} from "../data-use/purpose";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { once } from "./commands";
import { record } from "./events";
import { inTeam, type Tx, unlessDuplicate } from "./transaction";

/** What the team wants to do with data. */
export interface TeamPurpose {
  id: string;
  name: string;
  statements: Statements;
  version: number;
}

/** The purposes of the team by name, 200 at most. */
export async function listPurposes(actor: Member): Promise<TeamPurpose[]> {
  authorise(actor, "purpose.read");
  const { teamId } = actor;
  const rows = await inTeam(actor, (tx) =>
    tx.purpose.findMany({
      where: { teamId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 200,
    }),
  );
  return rows.map(asTeamPurpose);
}

function asTeamPurpose({ id, name, statements, version }: Purpose): TeamPurpose {
  return { id, name, statements: statementsOf(statements), version };
}

/** One purpose of the team. Throws NOT_FOUND. */
export async function getPurpose(actor: Member, id: string): Promise<TeamPurpose> {
  authorise(actor, "purpose.read");
  return inTeam(actor, (tx) => readPurpose(tx, actor.teamId, id));
}

/** Reads one, in a transaction of the team. Throws NOT_FOUND. */
export async function readPurpose(tx: Tx, teamId: string, id: string): Promise<TeamPurpose> {
  const row = z.uuid().safeParse(id).success
    ? await tx.purpose.findUnique({ where: { teamId_id: { teamId, id } } })
    : null;
  if (!row) throw notFound("purpose");
  return asTeamPurpose(row);
}

/**
 * Writes down a purpose.
 * @throws AppError INVALID at `purpose.name` when the team has one of this name
 */
export async function createPurpose(actor: Member, input: CreatePurpose): Promise<{ id: string }> {
  authorise(actor, "purpose.record");
  const { teamId, now } = actor;
  const { name, ...statements } = input.purpose;
  return withOwnName(
    inTeam(actor, (tx) =>
      once(tx, actor, input.commandId, async () => {
        const { id } = await tx.purpose.create({
          data: { teamId, name, statements, createdAt: now, updatedAt: now },
          select: { id: true },
        });
        await record(tx, actor, {
          action: "purpose.added",
          subjectType: "purpose",
          subjectId: id,
          data: { name },
        });
        return { id };
      }),
    ),
  );
}

/**
 * Changes a purpose.
 * @throws AppError CONFLICT with the stored purpose in `details.current` when somebody saved in
 *   between, INVALID at `purpose.name`, NOT_FOUND
 */
export async function updatePurpose(actor: Member, input: UpdatePurpose): Promise<void> {
  authorise(actor, "purpose.record");
  const { teamId, now } = actor;
  const { id, version } = input;
  const { name, ...statements } = input.purpose;
  await withOwnName(
    inTeam(actor, async (tx) => {
      const { count } = await tx.purpose.updateMany({
        where: { id, teamId, version },
        data: { name, statements, updatedAt: now, version: { increment: 1 } },
      });
      if (count === 0) {
        const current = await readPurpose(tx, teamId, id);
        throw new AppError(
          "CONFLICT",
          "Somebody changed this purpose while you were writing. Your text is still here: compare, then save again.",
          { details: { current } },
        );
      }
      await record(tx, actor, {
        action: "purpose.updated",
        subjectType: "purpose",
        subjectId: id,
        data: { name },
      });
    }),
  );
}

/** Takes a purpose away; nothing else refers to it. Throws NOT_FOUND, also when it is gone already. */
export async function removePurpose(actor: Member, input: { id: string }): Promise<void> {
  authorise(actor, "purpose.record");
  const { teamId } = actor;
  const { id } = input;
  await inTeam(actor, async (tx) => {
    const { name } = await readPurpose(tx, teamId, id);
    const { count } = await tx.purpose.deleteMany({ where: { id, teamId } });
    if (count === 0) throw notFound("purpose");
    await record(tx, actor, {
      action: "purpose.removed",
      subjectType: "purpose",
      subjectId: id,
      data: { name },
    });
  });
}

/** The database keeps names apart, also of two who save at the same moment. */
function withOwnName<T>(saving: Promise<T>): Promise<T> {
  const sentence = "The team has a purpose of this name already.";
  return unlessDuplicate(saving, invalid("purpose.name", sentence));
}
