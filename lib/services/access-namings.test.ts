import { expect, test } from "vitest";
import { day } from "../dates/day";
import type { LinkedAgreement } from "./access-agreements";
import { namings } from "./access-namings";

const agreement = (people: LinkedAgreement["people"]): LinkedAgreement => ({
  ...{ id: "a1", startsOn: day("2026-01-01"), endsOn: null, endedOn: null, endedBy: null },
  ...{ documentId: null, replacesId: null, change: null, requestId: null, unitIds: [] },
  ...{ people, signatures: [], previous: null, next: null },
});
const inAppendix = (held: string) =>
  agreement([
    { personId: "ana", function: held, startsOn: day("2026-01-01"), endsOn: day("2026-06-30") },
  ]);

test("an agreement says from when to when somebody is named in a function that the request gives too", () => {
  const named = namings([{ personId: "ana", function: "applicant" }], [inAppendix("applicant")]);
  expect(named.get("ana")).toEqual([
    { function: "applicant", from: "2026-01-01", before: "2026-07-01" },
  ]);
});

test("a name in an agreement takes away no other function that the request gives", () => {
  const named = namings([{ personId: "ana", function: "pi" }], [inAppendix("signing_official")]);
  expect(named.get("ana")).toContainEqual({ function: "pi", from: null, before: null });
});
