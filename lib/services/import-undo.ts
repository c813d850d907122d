import { z } from "zod";
import { AppError } from "../errors";
import type { ImportOnly } from "../imports/forms";
import { APPLIED } from "../imports/row-state";
import type { Matter } from "../obligations/standing";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { lookAgain } from "./import-finish";
import { changedSince, hangsOnMore, restore } from "./import-journal";
import { refuseOver, requireImport, type StoredImport } from "./import-rows";
import { closeDutiesOf } from "./open-duty";
import { touch } from "./touched";
import { inTeam } from "./transaction";

/** How many groups are taken back at a time. */
const MOST_GROUPS = 50;
const LATER =
  "What it wrote was changed or used since, so it was left as it is. Change it on the request's page.";

const undoNotes = z.object({
  seq: z.number(),
  rows: z.array(z.string()),
  journal: z.array(
    z.object({
      ...{ table: z.string(), key: z.string() },
      ...{ before: z.string().nullable(), after: z.string().nullable() },
    }),
  ),
});
type UndoNotes = z.infer<typeof undoNotes>;

/** What taking back did; `kept` rows were changed since. While `left` is not 0, the page asks again. */
export interface Undone {
  undone: number;
  kept: number;
  left: number;
}

/**
 * Takes an import back: every row that it wrote becomes what it was, the last written first, unless
 * somebody changed it since. What was kept says so. Throws CONFLICT where nothing was applied.
 */
export async function undoImport(actor: Member, input: ImportOnly): Promise<Undone> {
  authorise(actor, "import.record");
  const { teamId } = actor;
  const { stored, groups } = await inTeam(actor, async (tx) => {
    const stored = await requireImport(tx, actor, input.importId);
    refuseOver(stored);
    const groups = await tx.$queryRaw<{ id: string; undo: unknown }[]>`
      select id, undo from "ImportRow"
      where "teamId" = ${teamId}::uuid and "importId" = ${stored.id}::uuid
        and state = any(${[...APPLIED]}::text[]) and undo ? 'seq' and reason = ''
      order by (undo->>'seq')::int desc limit ${MOST_GROUPS}`;
    return { stored, groups };
  });
  const done = { undone: 0, kept: 0 };
  for (const group of groups) {
    const notes = undoNotes.parse(group.undo);
    const taken = await undoGroup(actor, stored, group.id, notes);
    if (taken) done.undone += notes.rows.length;
    else done.kept += notes.rows.length;
  }
  if (groups.length === 0 && stored.state === "preview") {
    throw new AppError(
      "CONFLICT",
      "Nothing of this import was applied, so there is nothing to take back.",
    );
  }
  return { ...done, left: await finishUndo(actor, stored) };
}

/** Whether the rows of a group were taken back; a conflict leaves them, with the reason. */
async function undoGroup(
  actor: Member,
  stored: StoredImport,
  leaderId: string,
  { rows, journal }: UndoNotes,
): Promise<boolean> {
  const { teamId } = actor;
  try {
    await inTeam(actor, async (tx) => {
      await tx.import.update({
        where: { teamId_id: { teamId, id: stored.id } },
        data: { version: { increment: 1 } },
      });
      const still = await tx.importRow.count({
        where: { teamId, id: leaderId, state: { in: [...APPLIED] } },
      });
      if (still === 0) return;
      if ((await changedSince(tx, actor, journal)) || (await hangsOnMore(tx, actor, journal))) {
        throw new AppError("CONFLICT", LATER);
      }
      await restore(tx, actor, journal);
      touch(tx, actor, ...holdersOf(journal));
      await tx.$executeRaw`update "ImportRow"
        set state = case state when 'confirmed' then 'unchanged' else 'undone' end
        where "teamId" = ${teamId}::uuid and id = any(${[...rows]}::uuid[])`;
      await record(tx, actor, {
        ...{ action: "import.groupUndone", subjectType: "import", subjectId: stored.id },
        ...requestOf(journal),
        data: { name: stored.called, rows: rows.length },
      });
    });
    return true;
  } catch (error) {
    if (!isKept(error)) throw error;
    const reason = error instanceof AppError ? error.message : LATER;
    await inTeam(actor, (tx) =>
      tx.importRow.updateMany({ where: { teamId, id: { in: [...rows] } }, data: { reason } }),
    );
    return false;
  }
}

/** Whose standing duties must follow once the rows are what they were. */
function holdersOf(journal: UndoNotes["journal"]): Matter[] {
  return journal.flatMap(({ table, key, before, after }): Matter[] => {
    if (table === "Person") return [{ kind: "person", id: key }];
    if (table === "Agreement") return [{ kind: "agreement", id: key }];
    if (table !== "Identity" && table !== "Qualification") return [];
    const { personId } = JSON.parse(before ?? after ?? "{}") as { personId?: string | null };
    return personId ? [{ kind: "person", id: personId }] : [];
  });
}

/** The request whose history tells of it; none where the request itself is gone. */
function requestOf(journal: UndoNotes["journal"]): { requestId?: string } {
  const request = journal.find(({ table, before }) => table === "Request" && before !== null);
  return request ? { requestId: request.key } : {};
}

/** Refusals of ours, and the database's where something names a row that would go. */
function isKept(error: unknown): boolean {
  if (error instanceof AppError) return true;
  return error instanceof Error && /foreign key|23503|23001|P2003/i.test(error.message);
}

async function finishUndo(actor: Member, stored: StoredImport): Promise<number> {
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    // Whoever applies more of it at the same moment is done before the rows are counted, or is refused.
    const { state } = await tx.import.update({
      where: { teamId_id: { teamId, id: stored.id } },
      data: { version: { increment: 1 } },
      select: { state: true },
    });
    if (state === "undone") return 0;
    const [counted] = await tx.$queryRaw<{ left: number }[]>`
      select count(*)::int as left from "ImportRow"
      where "teamId" = ${teamId}::uuid and "importId" = ${stored.id}::uuid
        and state = any(${[...APPLIED]}::text[]) and undo ? 'seq' and reason = ''`;
    const left = counted?.left ?? 0;
    if (left > 0) return left;
    await tx.import.updateMany({
      where: { id: stored.id, teamId },
      data: { state: "undone", undoneAt: actor.now },
    });
    const why = phrase(`${stored.called} was taken back`);
    await closeDutiesOf(tx, actor, {
      subject: lookAgain(stored.kind),
      state: "not_applicable",
      why,
    });
    await record(tx, actor, {
      ...{ action: "import.undone", subjectType: "import", subjectId: stored.id },
      data: { name: stored.called },
    });
    return 0;
  });
}
