import { expect, it } from "vitest";
import { inWords } from "./audit-verify-command";

it.each([
  [{ events: 21 }, "lab: ok, 21 events"],
  [{ events: 1 }, "lab: ok, 1 event"],
  [
    { events: 6, broken: { what: "hash", seq: 7, eventId: "e7" } as const },
    "lab: broken at event 7 (e7), its content is not what was recorded",
  ],
  [
    { events: 6, broken: { what: "gap", seq: 7, eventId: "e8" } as const },
    "lab: broken at event 7, it is missing",
  ],
  [
    { events: 6, broken: { what: "head", seq: 7, eventId: null } as const },
    "lab: broken at event 7, history does not end where it should",
  ],
])("%j reads %j", (report, line) => {
  expect(inWords({ teamId: "t", slug: "lab", ...report })).toBe(line);
});
