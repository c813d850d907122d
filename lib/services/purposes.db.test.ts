import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { NEW_PURPOSE, type PurposeFields, purposeForm } from "../data-use/purpose";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { fitOfUnits } from "./fit";
import { createPurpose, listPurposes, removePurpose, updatePurpose } from "./purposes";
import { type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const purpose = (fields: Partial<PurposeFields> & { name: string }) =>
  purposeForm.parse({ ...NEW_PURPOSE, kinds: ["biomedical"], ...fields });

const add = (fields: Partial<PurposeFields> & { name: string }, commandId = randomUUID()) =>
  createPurpose(team.lead, { commandId, purpose: purpose(fields) });

const find = async (id: string) =>
  (await listPurposes(team.lead)).find((stored) => stored.id === id);

describe("a purpose", () => {
  it("is added with an event, and read back as typed", async () => {
    const typed = purpose({ name: "Stroke risk", until: "2027-06-30", users: ["Bo", "Ana"] });
    const { id } = await createPurpose(team.lead, { commandId: randomUUID(), purpose: typed });
    const { name, ...statements } = typed;
    expect(await find(id)).toEqual({ id, name, statements, version: 1 });
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "purpose.added",
      data: { name },
    });
  });

  it("is added once when the form is sent five times at once", async () => {
    const commandId = randomUUID();
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => add({ name: "Once" }, commandId)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await superuser.purpose.count({ where: { name: "Once" } })).toBe(1);
  });

  it("keeps its name to itself in the team, also when two are added at once", async () => {
    const two = await Promise.allSettled([add({ name: "Same" }), add({ name: "Same" })]);
    expect(two.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { id } = await add({ name: "Another" });
    const renamed = { id, version: 1, purpose: purpose({ name: "Same" }) };
    await expect(updatePurpose(team.lead, renamed)).rejects.toMatchObject({
      code: "INVALID",
      message: "The team has a purpose of this name already.",
      options: { field: "purpose.name" },
    });
    const other = await sampleTeam(superuser, "others");
    const theirs = { commandId: randomUUID(), purpose: purpose({ name: "Same" }) };
    expect(await createPurpose(other.lead, theirs)).toHaveProperty("id");
  });

  it("is changed in the version that was read, and never over somebody else's change", async () => {
    const { id } = await add({ name: "Versioned" });
    const next = purpose({ name: "Versioned", ethics: "yes" });
    await updatePurpose(team.lead, { id, version: 1, purpose: next });
    expect(await find(id)).toMatchObject({ statements: { ethics: "yes" }, version: 2 });
    const stale = { id, version: 1, purpose: purpose({ name: "Stale" }) };
    await expect(updatePurpose(team.lead, stale)).rejects.toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { name: "Versioned", version: 2 } } },
    });
    const gone = { ...stale, id: randomUUID() };
    await expect(updatePurpose(team.lead, gone)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is taken away once", async () => {
    const { id } = await add({ name: "Short-lived" });
    await removePurpose(team.lead, { id });
    expect(await find(id)).toBeUndefined();
    await expect(removePurpose(team.lead, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const actions = await superuser.event.findMany({
      where: { subjectId: id },
      orderBy: { seq: "asc" },
      select: { action: true },
    });
    expect(actions.map(({ action }) => action)).toEqual(["purpose.added", "purpose.removed"]);
  });

  it("is read by every role, and written by all but viewers", async () => {
    const member = await sampleMember(superuser, team.teamId, "member");
    const viewer = await sampleMember(superuser, team.teamId, "viewer");
    const input = { commandId: randomUUID(), purpose: purpose({ name: "Roles" }) };
    const { id } = await createPurpose(member, input);
    expect(await listPurposes(viewer)).not.toHaveLength(0);
    expect(await fitOfUnits(viewer, { purposeId: id, filter: { page: 1 } })).toBeDefined();
    const refused = { code: "FORBIDDEN" };
    await expect(createPurpose(viewer, input)).rejects.toMatchObject(refused);
    await expect(updatePurpose(viewer, { id, version: 1, ...input })).rejects.toMatchObject(
      refused,
    );
    await expect(removePurpose(viewer, { id })).rejects.toMatchObject(refused);
  });
});
