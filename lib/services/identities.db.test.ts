import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import {
  type IdentityFields,
  recordIdentityForm,
  updateIdentityForm,
} from "../people/identity-forms";
import type { Member } from "../team/actor";
import { verifyChain } from "./audit";
import { listIdentities, recordIdentity, removeIdentity, updateIdentity } from "./identities";
import { sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  people = await sampleTeams(superuser);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const account = (fields: Partial<IdentityFields> = {}): IdentityFields => ({
  ...{ value: `user-${randomUUID().slice(0, 8)}`, verifiedOn: "", endsOn: "", ...fields },
});

const sent = (personId: string, fields: Partial<IdentityFields> = {}, scheme = "physionet") =>
  recordIdentityForm.parse({
    ...{ commandId: randomUUID(), personId, scheme, documentId: "", identity: account(fields) },
  });

const changed = (id: string, version: number, fields: Partial<IdentityFields>) =>
  updateIdentityForm.parse({ id, version, identity: account(fields) });

const ofMember = async () => listIdentities(people.lead, people.member.personId);
const find = async (id: string) => (await ofMember()).find((each) => each.id === id);

describe("an account", () => {
  it("is recorded with an event, and read back with its spelling", async () => {
    const { lead, member } = people;
    const days = { verifiedOn: "2026-11-22", endsOn: "2027-11-22" };
    const { id } = await recordIdentity(
      lead,
      sent(member.personId, { value: "Jane-Doe", ...days }),
    );
    expect(await find(id)).toEqual({
      ...{ id, personId: member.personId, scheme: "physionet", value: "Jane-Doe", ...days },
      ...{ recordedOn: "2026-11-22", documentId: null, document: null, version: 1 },
    });
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "identity.recorded",
      data: { name: "PhysioNet account", persons: [member.name], value: "Jane-Doe", ...days },
    });
  });

  it("is recorded once when the form is sent five times at once", async () => {
    const input = sent(people.member.personId, { value: "once-only" });
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => recordIdentity(people.member, input)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await superuser.identity.count({ where: { value: "once-only" } })).toBe(1);
  });

  it("belongs to one person, whoever writes it in whatever letters, and the sentence says to whom", async () => {
    const { lead, colleague, member } = people;
    await recordIdentity(lead, sent(member.personId, { value: "shared-name" }));
    for (const { personId } of [colleague, member]) {
      const again = recordIdentity(lead, sent(personId, { value: " Shared-NAME " }));
      await expect(again).rejects.toMatchObject({
        code: "INVALID",
        message: `This PhysioNet account is recorded for ${member.name} already; one account belongs to one person.`,
        options: { field: "identity.value" },
      });
    }
    // The same letters may well be somebody else's name elsewhere.
    await recordIdentity(lead, sent(colleague.personId, { value: "shared-name" }, "ega"));
  });

  it("is given to one of two who are recorded with it at once", async () => {
    const { lead, colleague, member } = people;
    const results = await Promise.allSettled(
      [colleague, member].map(({ personId }) =>
        recordIdentity(lead, sent(personId, { value: "at-once" })),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [refused] = results.filter((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "INVALID" });
  });

  it("may be known to two teams", async () => {
    const { lead, stranger } = people;
    await recordIdentity(lead, sent(lead.personId, { value: "two-teams" }));
    await recordIdentity(stranger, sent(stranger.personId, { value: "two-teams" }));
  });

  it("is verified and changed in the version that was read, and never over somebody else's change", async () => {
    const { member, lead } = people;
    const { id } = await recordIdentity(member, sent(member.personId, { value: "to-verify" }));
    const verified = { value: "to-verify", verifiedOn: "2026-11-20" };
    await updateIdentity(member, changed(id, 1, verified));
    expect(await find(id)).toMatchObject({ verifiedOn: "2026-11-20", version: 2 });
    await expect(updateIdentity(lead, changed(id, 1, { value: "stale" }))).rejects.toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { value: "to-verify", version: 2 } } },
    });
    const [, event] = await superuser.event.findMany({
      where: { subjectId: id },
      orderBy: { seq: "asc" },
    });
    expect(event).toMatchObject({
      action: "identity.updated",
      data: { verifiedOn: "2026-11-20", was: { verifiedOn: null } },
    });
  });

  it("is removed once, and stays in the history", async () => {
    const { member } = people;
    const { id } = await recordIdentity(member, sent(member.personId, { value: "to-remove" }));
    await expect(removeIdentity(member, { id, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await removeIdentity(member, { id, version: 1 });
    expect(await find(id)).toBeUndefined();
    await expect(removeIdentity(member, { id, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(
      await superuser.event.findFirst({ where: { subjectId: id, action: "identity.removed" } }),
    ).toMatchObject({ data: { value: "to-remove", persons: [member.name] } });
    await recordIdentity(member, sent(member.personId, { value: "to-remove" }));
  });

  it.each([
    ["of an unknown kind", { scheme: "twitter" }, {}, "scheme"],
    ["of another form", { scheme: "orcid" }, { value: "0000-0002-1825-0098" }, "identity.value"],
    ["verified tomorrow", {}, { verifiedOn: "2026-11-24" }, "identity.verifiedOn"],
    [
      "that ended before",
      {},
      { verifiedOn: "2026-11-20", endsOn: "2026-11-19" },
      "identity.endsOn",
    ],
  ])("%s is refused at its field", async (_what, change, fields, field) => {
    const input = { ...sent(people.member.personId, fields), ...change };
    await expect(recordIdentity(people.lead, input)).rejects.toMatchObject({
      code: "INVALID",
      options: { field },
    });
  });
});

describe("accounts", () => {
  it("are recorded by members for themselves, and for everybody by those who organise", async () => {
    const { lead, colleague, member, viewer } = people;
    const outcome = async (actor: Member, personId: string) =>
      recordIdentity(actor, sent(personId)).then(
        () => "done",
        (error) => error.code,
      );
    expect(await outcome(lead, member.personId)).toBe("done");
    expect(await outcome(colleague, member.personId)).toBe("done");
    expect(await outcome(member, member.personId)).toBe("done");
    expect(await outcome(member, lead.personId)).toBe("FORBIDDEN");
    expect(await outcome(viewer, viewer.personId)).toBe("FORBIDDEN");
    const [other] = await listIdentities(viewer, lead.personId);
    const which = { id: other?.id ?? "", version: 1 };
    const forbidden = { code: "FORBIDDEN" };
    await expect(removeIdentity(member, which)).rejects.toMatchObject(forbidden);
    await expect(
      updateIdentity(member, changed(which.id, 1, { value: "mine-now" })),
    ).rejects.toMatchObject(forbidden);
  });

  it("of nobody here cannot be listed", async () => {
    const missing = { code: "NOT_FOUND" };
    await expect(listIdentities(people.lead, randomUUID())).rejects.toMatchObject(missing);
  });

  it("keep their person from being deleted, as the database itself says", async () => {
    const { member } = people;
    await expect(superuser.person.delete({ where: { id: member.personId } })).rejects.toThrow(
      /Foreign key constraint|violates RESTRICT/,
    );
  });

  it("leave a whole history", async () => {
    expect((await verifyChain(people.lead)).broken).toBeUndefined();
  });
});
