import { ARCHIVES } from "../archives/index";
import { REVIEW_STATUSES } from "../archives/lifecycle";
import type { ListShape } from "./shape";

/** What the team has asked for, or agreed about: the access units of its requests and agreements. */
export const UNIT_LIST = {
  id: "units",
  fields: [
    { name: "archive", kind: "choice", values: ARCHIVES.map(({ code }) => code) },
    { name: "data", kind: "text" },
    { name: "status", kind: "choice", values: REVIEW_STATUSES },
    { name: "member", kind: "text" },
    { name: "ends", kind: "day", looks: "ahead" },
    { name: "duty", kind: "day", looks: "ahead" },
  ],
  columns: [
    { id: "unit", isFixed: true, sorts: "asc" },
    { id: "archive", sorts: "asc" },
    { id: "requests", sorts: "desc" },
    // Not to be sorted by: who may open it is worked out for the shown ones alone.
    { id: "open" },
    { id: "ends", sorts: "asc" },
    { id: "terms", sorts: "asc" },
    { id: "duty", sorts: "asc" },
    { id: "code", isExtra: true, sorts: "asc" },
  ],
  sort: { column: "unit", direction: "asc" },
  tabs: "archive",
  start: "",
} as const satisfies ListShape;
