import type { Ask } from "../lifecycle";

/** The day on which a move happened. */
export const on = (label: string): Ask => ({
  id: "on",
  label,
  kind: "date",
  required: true,
  meaning: "on",
});

/** What somebody wrote, kept in the history. */
export const comment = (id: string, label: string, help: string): Ask => ({
  id,
  label,
  kind: "comment",
  required: true,
  help,
});
