import { ARCHIVES } from "../archives/index";
import type { ListShape } from "./shape";

/** The team's agreements. */
export const AGREEMENT_LIST = {
  id: "agreements",
  fields: [
    { name: "archive", kind: "choice", values: ARCHIVES.map(({ code }) => code) },
    { name: "member", kind: "text" },
    { name: "data", kind: "text" },
    { name: "signed", kind: "choice", values: ["yes", "no"] },
    { name: "starts", kind: "day", looks: "back" },
    { name: "ends", kind: "day", looks: "ahead" },
    { name: "duty", kind: "day", looks: "ahead" },
  ],
  columns: [
    { id: "name", isFixed: true, sorts: "asc" },
    { id: "covers" },
    { id: "signed" },
    { id: "starts", sorts: "desc" },
    { id: "ends", sorts: "asc" },
    { id: "duty", sorts: "asc" },
    { id: "state" },
    { id: "archive", isExtra: true, sorts: "asc" },
    { id: "request", isExtra: true, sorts: "asc" },
  ],
  sort: { column: "starts", direction: "desc" },
  tabs: "archive",
  start: "",
} as const satisfies ListShape;
