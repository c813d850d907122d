import { invalid } from "../errors";
import { itemKey } from "../requests/draft";
import { stepOf } from "../requests/lifecycle";
import { locksOf, type SectionLocks, sectionOfEntry } from "../requests/revision";
import type { Member } from "../team/actor";
import type { CheckedDraft } from "./draft-check";
import { readRevisions } from "./revisions";
import type { Tx } from "./transaction";

interface LockedRequest {
  id: string;
  items: readonly { id: string; unitId: string; personId: string | null; step: string }[];
}

/** The sections of a stored request in which nobody may write now. */
export async function readLocks(
  tx: Tx,
  actor: Member,
  { lifecycle, sections }: Pick<CheckedDraft, "lifecycle" | "sections">,
  { id, items }: LockedRequest,
): Promise<SectionLocks> {
  const writable = items.map((item) => ({
    id: item.id,
    key: itemKey(item),
    isEditable: stepOf(lifecycle, item.step).editable ?? false,
  }));
  return locksOf(sections, writable, await readRevisions(tx, actor, id));
}

/** Throws INVALID naming the question and its section where one was changed that is locked. */
export function refuseLocked(
  sections: CheckedDraft["sections"],
  locks: SectionLocks,
  changed: readonly string[],
): void {
  for (const entry of changed) {
    const section = sectionOfEntry(sections, entry);
    if (!section || !Object.hasOwn(locks, section.lock)) continue;
    throw invalid(
      entry === "items" ? "unitIds" : (entry.split("/").at(-1) ?? entry),
      `“${section.title}” was not sent back, so it stays as it was filed. Your text is still here: copy what you need, then take back the change, or ask a lead or coordinator to open the section.`,
    );
  }
}
