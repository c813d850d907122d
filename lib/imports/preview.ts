import type { RefusedLine, StatusEntry } from "../archives/status-import";
import { type Outcome, type RowChoice, readChange, type Seen, type StoredChange } from "./change";
import { differ } from "./difference";
import type { RowState } from "./row-state";
import type { IndexedState } from "./state";

/** A row of an import as it is stored first. */
export interface PreviewRow {
  position: number;
  at: string;
  source: StatusEntry | { words: string };
  change: StoredChange | Record<string, never>;
  state: RowState;
  reason: string;
}

/** The lines of a source, which may be read anew each time they are asked for. */
export interface Lines {
  entries: Iterable<StatusEntry>;
  refused: Iterable<RefusedLine>;
  total: number;
}

/**
 * Every line of a source as a row: its statements in their order, then the lines that could not be
 * read; made one by one, so that 50 000 never lie in memory together. Of two statements about one
 * thing, the first counts; the other says the same, or is refused.
 */
export function* previewRows(
  read: Pick<Lines, "entries" | "refused">,
  seen: Seen,
  state: IndexedState,
): Generator<PreviewRow> {
  const said = new Map<string, { at: string; says: string }>();
  let position = 0;
  for (const entry of read.entries) {
    position += 1;
    const outcome = differ(entry, {}, seen, state);
    const earlier = outcome.state === "refused" ? undefined : said.get(outcome.subject);
    if (outcome.state !== "refused" && !earlier) {
      said.set(outcome.subject, { at: entry.at, says: outcome.says });
    }
    const row = { position, at: entry.at, source: entry };
    yield { ...row, ...(earlier ? repeated(outcome, earlier) : asRow(outcome)) };
  }
  for (const { at, text, reason } of read.refused) {
    position += 1;
    yield { position, at, source: { words: text }, change: {}, state: "refused", reason };
  }
}

/** What a row becomes by what it means. */
function asRow(outcome: Outcome): Pick<PreviewRow, "change" | "state" | "reason"> {
  if (outcome.state === "refused") return { change: {}, state: "refused", reason: outcome.reason };
  const { change } = outcome;
  if (outcome.state === "changes") return { change, state: "changes", reason: "" };
  return { change, state: change.confirms ? "confirms" : "unchanged", reason: "" };
}

function repeated(
  outcome: Outcome,
  earlier: { at: string; says: string },
): Pick<PreviewRow, "change" | "state" | "reason"> {
  if (outcome.state !== "refused" && outcome.says === earlier.says) {
    return { change: {}, state: "unchanged", reason: `It says the same as ${earlier.at}.` };
  }
  return {
    ...{ change: {}, state: "refused" },
    reason: `It contradicts ${earlier.at}, which is about the same; decide on the request which is right.`,
  };
}

/** The answers that are kept beside a row. */
export function choiceOf(stored: unknown): RowChoice {
  return readChange(stored)?.choice ?? {};
}
