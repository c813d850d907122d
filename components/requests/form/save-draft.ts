import type { ActionResult } from "@/lib/action";
import type { DraftContent } from "@/lib/requests/merge";
import type { Saved, StoredDraft } from "@/lib/services/drafts";
import type { SaveOutcome } from "./draft-saver";

export type SaveAction = (team: string, input: unknown) => Promise<ActionResult<Saved>>;

/** What the form knows of the stored request; `base` is the text that both agree on. */
export interface KnownDraft {
  id: string;
  version: number | null;
  number: number | null;
  base: DraftContent;
}

/** How a save ended. Whatever it was, the text is still in the form. */
export type Outcome = SaveOutcome &
  (
    | { isSaved: true; saved: Saved; content: DraftContent }
    | { isSaved: false; why: "conflict"; message: string; current: StoredDraft }
    | { isSaved: false; why: "refused"; message: string; fields: Record<string, string> }
    | { isSaved: false; why: "signedOut" | "unreachable" | "unfit"; message?: string }
  );

/** Sends a text. Never throws: a lost connection is an outcome like others. */
export async function sendDraft(
  save: SaveAction,
  team: string,
  archive: string,
  known: KnownDraft,
  content: DraftContent,
): Promise<Outcome> {
  const { id, version } = known;
  let result: ActionResult<Saved>;
  try {
    result = await save(team, { id, version, archive, ...content });
  } catch {
    return { isSaved: false, why: "unreachable" };
  }
  if (result.ok) return { isSaved: true, saved: result.data, content };
  const { code, message } = result;
  if (code === "SIGNED_OUT") return { isSaved: false, why: "signedOut", message };
  if (code === "UNAVAILABLE" || code === "DEFECT")
    return { isSaved: false, why: "unreachable", message };
  const current = storedIn(result.details);
  if (code === "CONFLICT" && current) return { isSaved: false, why: "conflict", message, current };
  return { isSaved: false, why: "refused", message, fields: result.fields ?? {} };
}

function storedIn(details: unknown): StoredDraft | null {
  if (typeof details !== "object" || details === null || !("current" in details)) return null;
  return details.current as StoredDraft;
}
