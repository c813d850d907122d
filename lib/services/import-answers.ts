import { invalid, notFound } from "../errors";
import { rowChoice } from "../imports/change";
import { differ } from "../imports/difference";
import { readEntry } from "../imports/entry";
import type { AnswerRows } from "../imports/forms";
import { choiceOf } from "../imports/preview";
import { type IndexedState, indexState } from "../imports/state";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { refuseOver, requireImport, type StoredImport, storable } from "./import-rows";
import { loadTeamState } from "./import-state";
import { inTeam, type Tx } from "./transaction";

/**
 * Answers what rows leave open, all of them alike, and compares them anew. A row that was accepted
 * stays so unless the answer opens another question. Throws INVALID at `choice` with the sentence of
 * the first row that cannot be so, CONFLICT for an import that is over, NOT_FOUND.
 */
export async function answerRows(actor: Member, input: AnswerRows): Promise<{ rows: number }> {
  authorise(actor, "import.record");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const stored = await requireImport(tx, actor, input.importId);
    refuseOver(stored);
    const rows = await tx.importRow.findMany({
      where: {
        ...{ teamId, importId: stored.id, id: { in: input.rows } },
        state: { in: ["changes", "accepted", "declined"] },
      },
    });
    if (rows.length !== new Set(input.rows).size) throw notFound("row");
    const archives = rows.flatMap(({ source }) => readEntry(source)?.archive ?? []);
    const state = indexState(await loadTeamState(tx, actor, [...new Set(archives)]));
    for (const row of rows) await answer(tx, actor, stored, state, row, input.choice);
    return { rows: rows.length };
  });
}

async function answer(
  tx: Tx,
  { teamId }: Member,
  stored: StoredImport,
  state: IndexedState,
  row: { id: string; at: string; source: unknown; change: unknown; state: string },
  given: AnswerRows["choice"],
): Promise<void> {
  const entry = readEntry(row.source);
  if (!entry) throw notFound("row");
  // An empty answer takes back the one before.
  const choice = rowChoice.parse({ ...choiceOf(row.change), ...given });
  const outcome = differ(entry, choice, stored.seen, state);
  if (outcome.state === "refused") throw invalid("choice", `${row.at}: ${outcome.reason}`);
  const open = outcome.change.questions.some(({ required }) => required);
  await tx.importRow.updateMany({
    where: { id: row.id, teamId },
    data: {
      change: storable(outcome.change),
      state: open || row.state !== "accepted" ? "changes" : "accepted",
    },
  });
}
