import { ARCHIVES } from "../archives/index";
import { REVIEW_STATUSES } from "../archives/lifecycle";
import type { ListShape } from "./shape";

/** Whose move it is: the reader's, somebody's on the team, somebody's outside, nobody's. */
export const MOVES = ["me", "team", "others", "nobody"] as const;

/** The team's requests. */
export const REQUEST_LIST = {
  id: "requests",
  fields: [
    { name: "status", kind: "choice", values: REVIEW_STATUSES },
    { name: "archive", kind: "choice", values: ARCHIVES.map(({ code }) => code) },
    { name: "needs", kind: "choice", values: MOVES },
    { name: "member", kind: "text" },
    { name: "data", kind: "text" },
    { name: "stage", kind: "text" },
    { name: "ends", kind: "day", looks: "ahead" },
    { name: "duty", kind: "day", looks: "ahead" },
    { name: "waiting", kind: "day", looks: "back" },
    { name: "changed", kind: "day", looks: "back" },
    { name: "submitted", kind: "day", looks: "back" },
  ],
  columns: [
    { id: "request", isFixed: true, sorts: "asc" },
    { id: "holders", sorts: "asc" },
    { id: "stage", sorts: "asc" },
    { id: "waiting", sorts: "asc" },
    { id: "ends", sorts: "asc" },
    { id: "duty", sorts: "asc" },
    { id: "changed", isExtra: true, sorts: "desc" },
    // It stands in the first cell too, beside the data.
    { id: "archive", isExtra: true, sorts: "asc" },
    { id: "owner", isExtra: true, sorts: "asc" },
    { id: "submitted", isExtra: true, sorts: "desc" },
    { id: "archiveNumber", isExtra: true, sorts: "asc" },
  ],
  orders: ["needs"],
  sort: { column: "needs", direction: "asc" },
  tabs: "status",
  start: "",
} as const satisfies ListShape;
