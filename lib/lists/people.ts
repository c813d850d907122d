import { ARCHIVES } from "../archives/index";
import { typesHeldBy } from "../people/qualification-types";
import { IDENTITY_SCHEMES } from "../people/schemes";
import type { ListShape } from "./shape";

/** What a person can be without: accounts, then credentials and trainings. */
export const HELD_BY_PEOPLE = [
  ...IDENTITY_SCHEMES.map(({ id, name }) => ({ id, name })),
  ...typesHeldBy("person").map(({ id, name }) => ({ id, name })),
] as const;

/** Everybody whose access the team tracks. */
export const PERSON_LIST = {
  id: "people",
  fields: [
    { name: "presence", kind: "choice", values: ["here", "coming", "left"] },
    { name: "member", kind: "text" },
    { name: "archive", kind: "choice", values: ARCHIVES.map(({ code }) => code) },
    { name: "missing", kind: "choice", values: HELD_BY_PEOPLE.map(({ id }) => id) },
    { name: "country", kind: "text" },
    { name: "ends", kind: "day", looks: "ahead" },
  ],
  columns: [
    { id: "name", isFixed: true, sorts: "asc" },
    { id: "position", sorts: "asc" },
    { id: "prerequisites" },
    { id: "requests", sorts: "desc" },
    // Not to be sorted by: what somebody may open is worked out for the shown ones alone.
    { id: "access" },
    { id: "ends", sorts: "asc" },
    { id: "team", sorts: "asc" },
    { id: "functions", isExtra: true },
    { id: "email", isExtra: true },
    { id: "role", isExtra: true },
    { id: "country", isExtra: true, sorts: "asc" },
  ],
  sort: { column: "name", direction: "asc" },
  tabs: "presence",
  start: "",
} as const satisfies ListShape;
