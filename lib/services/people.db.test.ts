import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { type PersonFields, personForm } from "../people/forms";
import { createPerson, listPeople, updatePerson } from "./people";
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

const facts = (fields: Partial<PersonFields>) =>
  personForm.parse({
    name: "Ben Okafor",
    email: "",
    position: "PhD student",
    institution: "",
    rank: "",
    country: "",
    timeZone: "Pacific/Pago_Pago",
    startsOn: "2026-11-22",
    endsOn: "",
    ...fields,
  });

const add = (fields: Partial<PersonFields>, commandId = randomUUID()) =>
  createPerson(team.lead, { commandId, person: facts(fields) });

const find = async (id: string) => (await listPeople(team.lead)).find((person) => person.id === id);

describe("a person", () => {
  it("is added with an event, and read back as typed", async () => {
    const { id } = await add({
      name: "Zoë =1+1",
      email: "Zoe@Example.org",
      rank: "graduate_student",
      country: "WS",
      endsOn: "2027-03-14",
    });
    expect(await find(id)).toEqual({
      id,
      name: "Zoë =1+1",
      email: "zoe@example.org",
      position: "PhD student",
      institution: "",
      rank: "graduate_student",
      country: "WS",
      timeZone: "Pacific/Pago_Pago",
      language: "en",
      startsOn: "2026-11-22",
      endsOn: "2027-03-14",
      version: 1,
      // It is still the day before in Pago Pago.
      presence: "coming",
      signsIn: false,
      role: null,
    });
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "person.added",
      data: { name: "Zoë =1+1" },
    });
  });

  it("is added once when the form is sent five times at once", async () => {
    const commandId = randomUUID();
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => add({ name: "Once" }, commandId)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await superuser.person.count({ where: { name: "Once" } })).toBe(1);
  });

  it("is not added under an address that somebody of the team has", async () => {
    await add({ name: "First", email: "same@example.org" });
    await expect(add({ name: "Second", email: "same@example.org" })).rejects.toMatchObject({
      code: "INVALID",
      message: "First has this address already.",
      options: { field: "person.email" },
    });
  });

  it("has an address of its own, also when two are added or changed at once", async () => {
    const message = expect.stringMatching(/ has this address already\.$/);
    const refused = { code: "INVALID", message, options: { field: "person.email" } };
    const email = "at-once@example.org";
    const added = await Promise.allSettled(
      ["One", "Two", "Three"].map((name) => add({ name, email })),
    );
    const outcomes = (results: PromiseSettledResult<unknown>[]) =>
      results.filter(({ status }) => status === "rejected");
    expect(outcomes(added)).toHaveLength(2);
    for (const outcome of outcomes(added)) expect(outcome).toMatchObject({ reason: refused });
    const others = await Promise.all(["Four", "Five"].map((name) => add({ name })));
    const changed = await Promise.allSettled(
      others.map(({ id }) => {
        const person = facts({ name: "Changed", email: "changed@example.org" });
        return updatePerson(team.lead, { id, version: 1, person });
      }),
    );
    expect(outcomes(changed)).toMatchObject([{ reason: refused }]);
  });

  it("without an address may stand beside others without one", async () => {
    await add({ name: "No mail" });
    expect(await add({ name: "No mail either" })).toHaveProperty("id");
  });

  it("is changed in the version that was read, and never over somebody else's change", async () => {
    const { id } = await add({ name: "Versioned" });
    const person = facts({ name: "Versioned", endsOn: "2027-01-31" });
    await updatePerson(team.lead, { id, version: 1, person });
    expect(await find(id)).toMatchObject({ endsOn: "2027-01-31", version: 2 });
    const stale = updatePerson(team.lead, { id, version: 1, person: facts({ name: "Stale" }) });
    await expect(stale).rejects.toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { name: "Versioned", version: 2 } } },
    });
    expect(
      await superuser.event.findMany({ where: { subjectId: id, action: "person.updated" } }),
    ).toMatchObject([
      {
        data: { fields: ["endsOn"], endsOn: { from: null, to: "2027-01-31" } },
      },
    ]);
  });

  it("who signs in keeps the address they sign in with", async () => {
    const member = await sampleMember(superuser, team.teamId, "member");
    const person = facts({ name: "Renamed", email: "elsewhere@example.org" });
    await updatePerson(team.lead, { id: member.personId, version: 1, person });
    const stored = await find(member.personId);
    expect(stored).toMatchObject({ name: "Renamed", signsIn: true, role: "member" });
    expect(stored?.email).not.toBe("elsewhere@example.org");
  });

  it("of another team is neither listed nor changed", async () => {
    const other = await sampleTeam(superuser, "others");
    expect(await find(other.lead.personId)).toBeUndefined();
    const change = { id: other.lead.personId, version: 1, person: facts({}) };
    const missing = { code: "NOT_FOUND" };
    await expect(updatePerson(team.lead, change)).rejects.toMatchObject(missing);
    const nobody = { ...change, id: randomUUID() };
    await expect(updatePerson(team.lead, nobody)).rejects.toMatchObject(missing);
  });

  it("is read by every role, and changed by leads and coordinators only", async () => {
    const coordinator = await sampleMember(superuser, team.teamId, "coordinator");
    const { id } = await createPerson(coordinator, {
      commandId: randomUUID(),
      person: facts({ name: "Roles" }),
    });
    for (const role of ["member", "viewer"] as const) {
      const actor = await sampleMember(superuser, team.teamId, role);
      expect(await listPeople(actor)).not.toHaveLength(0);
      const refused = { code: "FORBIDDEN" };
      const person = facts({ name: "No" });
      await expect(createPerson(actor, { commandId: randomUUID(), person })).rejects.toMatchObject(
        refused,
      );
      await expect(updatePerson(actor, { id, version: 1, person })).rejects.toMatchObject(refused);
    }
  });
});
