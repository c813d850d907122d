/**
 * The versions this tab has saved, by request id. The browser's Back button may show a form as it
 * was loaded before it was saved; from here it learns that it is out of date.
 */
const saved = new Map<string, number>();

export function noteSaved(id: string, version: number): void {
  saved.set(id, version);
}

/** Whether this tab has saved a newer version than the one a form was loaded with. */
export function isOutdated(draft: { id: string; version: number | null }): boolean {
  return (saved.get(draft.id) ?? 0) > (draft.version ?? 0);
}
