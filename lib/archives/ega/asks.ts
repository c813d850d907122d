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

/** Number of a request in EGA's portal; applications by mail have none. */
export const REQUEST_NUMBER: Ask = {
  id: "requestNumber",
  label: "EGA request number",
  kind: "text",
  required: false,
  help: "Only when you filed through EGA's own pages; an application by mail has none.",
  meaning: "requestNumber",
  pattern: "^\\d{1,12}$",
  example: "40012",
};
