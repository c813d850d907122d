import { expect, it } from "vitest";
import type { Member, Role } from "../team/actor";
import { deedsOf } from "./deeds";

const as = (role: Role) => deedsOf({ role, kind: "user" } as Member);

it("offers each role what it may begin", () => {
  const all = ["newRequest", "addPerson", "recordAgreement", "reportIncident", "import"];
  expect(as("lead")).toEqual(all);
  expect(as("coordinator")).toEqual(all);
  expect(as("member")).toEqual(["newRequest", "reportIncident"]);
  expect(as("viewer")).toEqual([]);
});
