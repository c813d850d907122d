import type { AnswerValue } from "../archives/form";
import type { FlatForm } from "./draft";
import type { FoldableLine, FoldedLine } from "./history";

/** An entry of a flat form, before and after some edits; undefined where it was not answered. */
export interface EditChange {
  name: string;
  before: unknown;
  after: unknown;
}

const EDITED = "request.edited";

/** Whatever else writes answers, without saying what they were. */
const REWRITES = /^(?:renewal|amendment|import)\.|^request\.(?:created|copied)$/;

/**
 * What edits changed, by the id of their line. Each edit keeps what its entries were before, so that
 * what they became is what the next later edit of them found, or what the form holds `now`. Lines
 * come newest first and without gaps; of what another writer changed in between, and of edits that
 * kept nothing, nothing is said rather than something wrong.
 */
export function editChanges<Line extends FoldableLine & { id: string }>(
  lines: readonly FoldedLine<Line>[],
  now: FlatForm,
): Map<string, EditChange[]> {
  const known = new Map<string, unknown>(Object.entries(now));
  const lost = new Set<string>();
  let isAllLost = false;
  const changes = new Map<string, EditChange[]>();
  for (const line of lines) {
    if (REWRITES.test(line.action)) {
      known.clear();
      isAllLost = true;
    }
    if (line.action !== EDITED) continue;
    const was = wereBefore(line.lines);
    const isKnown = (name: string) => known.has(name) || !(isAllLost || lost.has(name));
    const own = [...was]
      .filter(([name]) => isKnown(name))
      .map(([name, before]) => ({ name, before, after: known.get(name) }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
    if (own.length > 0) changes.set(line.id, own);
    for (const name of line.details.filter((each) => !was.has(each))) {
      known.delete(name);
      lost.add(name);
    }
    for (const [name, before] of was) known.set(name, before);
  }
  return changes;
}

/** What the entries were before the oldest of some edits that changed them, newest edit first. */
function wereBefore(edits: readonly FoldableLine[]): Map<string, unknown> {
  const was = new Map<string, unknown>();
  for (const { data } of edits) {
    const kept = typeof data === "object" && data !== null && "was" in data ? data.was : null;
    // What an older edit did not keep makes an unbroken way back impossible.
    for (const name of fieldsOf(data)) was.delete(name);
    if (typeof kept !== "object" || kept === null) continue;
    for (const [name, value] of Object.entries(kept)) was.set(name, value ?? undefined);
  }
  return was;
}

function fieldsOf(data: unknown): string[] {
  if (typeof data !== "object" || data === null || !("fields" in data)) return [];
  return [data.fields].flat().filter((name) => typeof name === "string");
}

/** What an edit keeps of the form that it changes: the entries named, as they were. */
export function keptBefore(
  form: FlatForm,
  names: readonly string[],
): Record<string, AnswerValue | null> {
  return Object.fromEntries(names.map((name) => [name, (form[name] as AnswerValue) ?? null]));
}
