import type { Ask } from "../lifecycle";

/** The day on which a move happened. */
export const on = (label: string): Ask => ({
  id: "on",
  label,
  kind: "date",
  required: true,
  meaning: "on",
});

/** What the archive or a reviewer wrote. */
export const reason = (label: string, help: string): Ask => ({
  id: "reason",
  label,
  kind: "comment",
  required: true,
  help,
});
