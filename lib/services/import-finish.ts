import { addDays } from "../dates/day";
import { formatDay } from "../dates/format";
import { TO_APPLY } from "../imports/row-state";
import type { Member } from "../team/actor";
import { record } from "./events";
import { type StoredImport, sourceOf } from "./import-rows";
import { closeDutiesOf, openDuty } from "./open-duty";
import type { Tx } from "./transaction";

/** How many accepted rows are left; without any, the import is noted as applied. */
export async function finishImport(tx: Tx, actor: Member, stored: StoredImport): Promise<number> {
  const { teamId } = actor;
  const left = await tx.importRow.count({
    where: { teamId, importId: stored.id, state: { in: [...TO_APPLY] } },
  });
  if (left > 0) return left;
  const { count } = await tx.import.updateMany({
    where: { id: stored.id, teamId, state: "preview" },
    data: { state: "applied", appliedAt: actor.now, version: { increment: 1 } },
  });
  if (count === 0) return 0;
  await askAgain(tx, actor, stored);
  await record(tx, actor, {
    ...{ action: "import.applied", subjectType: "import", subjectId: stored.id },
    data: { name: stored.called },
  });
  return 0;
}

/** What a duty to look again is about: one for each kind of source. */
export function lookAgain(kind: string): string {
  return `import:${kind}`;
}

/** A snapshot grows old; where the source has a rule for that, somebody is asked to look again. */
async function askAgain(
  tx: Tx,
  actor: Member,
  { kind, seen, called }: StoredImport,
): Promise<void> {
  const source = sourceOf(kind)?.source;
  if (!source || source.refreshDays === null) return;
  const subject = lookAgain(kind);
  await closeDutiesOf(tx, actor, { subject, state: "done", why: called });
  await openDuty(tx, actor, {
    ...{ subject, kind: "status_refresh", ownerId: actor.personId },
    what: `Read the ${source.name} again, so that what Gatebook says of it stays true.`,
    dueOn: addDays(seen.on, source.refreshDays),
    rule: `Seen on ${formatDay(seen.on)}; after ${source.refreshDays} days a snapshot counts as old.`,
    source: source.source,
  });
}
