import { ARCHIVES } from "../archives/index";
import { DUTY_GROUPS } from "../obligations/kinds";
import type { ListShape } from "./shape";

/** What the list can be narrowed to: what is to be done, what is late, or what is over. */
export const LISTED_STATES = ["open", "missed", "done", "not_applicable"] as const;
export type ListedState = (typeof LISTED_STATES)[number];

/** The team's duties; those to be done, where nothing is asked. */
export const DUTY_LIST = {
  id: "duties",
  fields: [
    { name: "state", kind: "choice", values: LISTED_STATES },
    { name: "member", kind: "text" },
    { name: "archive", kind: "choice", values: ARCHIVES.map(({ code }) => code) },
    { name: "kind", kind: "choice", values: DUTY_GROUPS },
    { name: "data", kind: "text" },
    { name: "due", kind: "day", looks: "ahead" },
    { name: "closed", kind: "day", looks: "back" },
  ],
  columns: [
    { id: "duty", isFixed: true, sorts: "asc" },
    { id: "due", sorts: "asc" },
    { id: "about" },
    { id: "owner", sorts: "asc" },
    { id: "state", sorts: "asc" },
    { id: "seen", isExtra: true },
    { id: "archive", isExtra: true, sorts: "asc" },
    { id: "closed", isExtra: true, sorts: "desc" },
  ],
  orders: ["next"],
  sort: { column: "next", direction: "asc" },
  tabs: "state",
  start: "state:open",
} as const satisfies ListShape;
