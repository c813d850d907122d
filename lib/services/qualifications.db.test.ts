import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { type Day, day } from "../dates/day";
import { connect, db, setDb } from "../db";
import { samplePdf } from "../documents/sample-files";
import { freshDatabase } from "../launch/test-database";
import { holdingOf } from "../people/claims";
import { typeById } from "../people/qualification-types";
import { stateOf } from "../people/state";
import type { Member } from "../team/actor";
import { verifyChain } from "./audit";
import { uploadDocument } from "./documents";
import {
  correctQualification,
  listQualifications,
  moveQualification,
  recordQualification,
} from "./qualifications";
import { CITI, corrected, moved, recorded } from "./sample-qualifications";
import { sampleTeams } from "./sample-requests";
import { sampleMember } from "./sample-team";

let superuser: PrismaClient;
let people: Awaited<ReturnType<typeof sampleTeams>>;
let member: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  people = await sampleTeams(superuser);
  ({ member } = people);
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const find = async (id: string, personId: string | null = member.personId) =>
  (await listQualifications(people.lead, personId)).find((each) => each.id === id);

async function upload(name = "report.pdf", bytes = samplePdf()): Promise<string> {
  return (await uploadDocument(people.lead, { id: randomUUID(), name, bytes })).id;
}

describe("a qualification", () => {
  it("is recorded where it stands, with its proof and an event, and read back", async () => {
    const documentId = await upload();
    const days = { completedOn: "2026-01-10", startsOn: "2026-02-01", reportEndsOn: "2029-01-10" };
    const { id } = await recordQualification(
      member,
      recorded(member.personId, { step: "accepted", documentId }, days),
    );
    expect(await find(id)).toEqual({
      ...{ id, personId: member.personId, type: CITI, step: "accepted", stepSince: "2026-02-01" },
      ...{ ...days, endsOn: null, endedOn: null, endedBy: null, reference: "", answers: {} },
      ...{ waivedOn: null, waivedUntil: null, waivedBy: null, waivedWhy: null, version: 1 },
      ...{ unitId: null, unit: null, requestId: null, request: null, documentId },
      document: { id: documentId, name: "report.pdf", deleted: null },
    });
    expect(await superuser.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      action: "qualification.recorded",
      data: { persons: [member.name], to: "Accepted", startsOn: "2026-02-01" },
    });
  });

  it("is recorded once when the form is sent five times at once", async () => {
    const input = recorded(member.personId, { type: "gcp" });
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => recordQualification(member, input)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  it("that an archive takes one at a time begins anew only once the one before is over", async () => {
    const { personId } = await sampleMember(superuser, member.teamId, "member");
    const apply = () =>
      recordQualification(
        people.lead,
        recorded(
          personId,
          { type: "physionet_credential" },
          { answers: { referenceEmail: "head@lab.example.org" } },
        ),
      );
    const both = await Promise.allSettled([apply(), apply()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(apply()).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(/^There is a PhysioNet credential already, in the step “/),
    });
    await superuser.qualification.updateMany({ where: { personId }, data: { step: "rejected" } });
    await apply();
  });

  it("goes its way step by step: a new report in review beside the old one, then accepted", async () => {
    const person = await sampleMember(superuser, member.teamId, "member");
    const own = recorded(
      person.personId,
      { step: "accepted" },
      { startsOn: "2024-01-10", reportEndsOn: "2026-11-01" },
    );
    await recordQualification(person, own);
    const { id } = await recordQualification(person, recorded(person.personId));
    const answers = { on: "2026-11-20", completedOn: "2026-11-19", reportEndsOn: "2029-11-19" };
    await moveQualification(person, moved(id, 1, "upload", answers));
    const standing = async (on: string) => {
      const type = typeById(CITI);
      if (!type) throw new Error("gone");
      const rows = await listQualifications(person, person.personId);
      return stateOf(holdingOf(type, rows, { countReportEnd: true }), day(on));
    };
    expect(await standing("2026-11-01")).toMatchObject({ replacementInReview: true });
    expect(await standing("2026-11-22")).toMatchObject({ state: "in_review", until: "2026-11-01" });
    await moveQualification(person, moved(id, 2, "accept", { on: "2026-11-22" }));
    expect(await find(id, person.personId)).toMatchObject({
      ...{ step: "accepted", stepSince: "2026-11-22", startsOn: "2026-11-22" },
      ...{ completedOn: "2026-11-19", reportEndsOn: "2029-11-19", version: 3 },
    });
    expect(await standing("2026-11-22")).toMatchObject({ state: "current", until: "2029-11-19" });
    expect(
      await superuser.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } }),
    ).toMatchObject([
      { action: "qualification.recorded" },
      { action: "qualification.moved", data: { label: "Report uploaded", on: "2026-11-20" } },
      { action: "qualification.moved", data: { to: "Accepted", on: "2026-11-22" } },
    ]);
  });

  it("keeps the time it held when it is revoked", async () => {
    const { id } = await recordQualification(
      people.lead,
      recorded(
        member.personId,
        { type: "physionet_credential", step: "accepted" },
        { startsOn: "2026-01-01" },
      ),
    );
    const answers = { on: "2026-11-20", why: "Shared an account" };
    await moveQualification(people.lead, moved(id, 1, "revoke", answers));
    const row = await find(id);
    expect(row).toMatchObject({ startsOn: "2026-01-01", endedOn: "2026-11-20", step: "revoked" });
    const type = typeById("physionet_credential");
    const holding = type && row && holdingOf(type, [row], {});
    const at = (on: Day) => holding && stateOf(holding, on).state;
    expect([at(day("2026-11-19")), at(day("2026-11-20"))]).toEqual(["ending_soon", "revoked"]);
  });

  it("is moved once when sent twice, and not by whoever saw an older state", async () => {
    const { id } = await recordQualification(member, recorded(member.personId));
    const input = moved(id, 1, "upload", { on: "2026-11-20" });
    const [first, second] = await Promise.all([1, 2].map(() => moveQualification(member, input)));
    expect([first, second]).toEqual([{ version: 2 }, { version: 2 }]);
    const conflict = { code: "CONFLICT" };
    const late = moved(id, 1, "withdraw", { on: "2026-11-21" });
    await expect(moveQualification(people.lead, late)).rejects.toMatchObject({
      ...conflict,
      options: { details: { current: { step: "in_review", version: 2 } } },
    });
    const impossible = moved(id, 2, "upload", { on: "2026-11-21" });
    await expect(moveQualification(member, impossible)).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining("is not possible from “In review”"),
    });
    const unknown = moved(id, 2, "beam_up");
    await expect(moveQualification(member, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is corrected in the version that was read, and stays where it stands", async () => {
    const { id } = await recordQualification(
      member,
      recorded(member.personId, { step: "accepted" }, { startsOn: "2026-02-01" }),
    );
    await correctQualification(
      member,
      corrected(id, 1, { startsOn: "2026-01-31", reportEndsOn: "2029-01-10" }),
    );
    expect(await find(id)).toMatchObject({
      ...{ step: "accepted", startsOn: "2026-01-31", reportEndsOn: "2029-01-10", version: 2 },
    });
    expect(
      await superuser.event.findFirst({
        where: { subjectId: id, action: "qualification.corrected" },
      }),
    ).toMatchObject({
      data: { before: { startsOn: "2026-02-01" }, after: { startsOn: "2026-01-31" } },
    });
    const stale = correctQualification(people.lead, corrected(id, 1, { startsOn: "2026-03-01" }));
    await expect(stale).rejects.toMatchObject({
      code: "CONFLICT",
      options: { details: { current: { startsOn: "2026-01-31" } } },
    });
  });

  it.each([
    [
      "an acceptance before completion",
      { step: "accepted" },
      { startsOn: "2026-01-01", completedOn: "2026-01-02" },
      "qualification.startsOn",
    ],
    [
      "a report that ends before completion",
      { step: "in_review" },
      { since: "2026-02-01", completedOn: "2026-01-02", reportEndsOn: "2026-01-01" },
      "qualification.reportEndsOn",
    ],
    [
      "the address of a certificate",
      {},
      { reference: "https://www.citiprogram.org/verify/?w0" },
      "qualification.reference",
    ],
    ["an unknown kind", { type: "driving_licence" }, {}, "type"],
    ["a kind of the institution", { type: "sp800_171" }, {}, "type"],
    ["an unknown step", { step: "beamed" }, {}, "step"],
    ["a request that it cannot be for alone", { requestId: randomUUID() }, {}, "requestId"],
  ])("with %s is refused at its field", async (_what, change, fields, field) => {
    const refused = recordQualification(people.lead, recorded(member.personId, change, fields));
    await expect(refused).rejects.toMatchObject({ code: "INVALID", options: { field } });
  });
});

describe("qualifications", () => {
  it("of the institution are recorded by those who organise, those of persons by themselves too", async () => {
    const outcome = (actor: Member, personId: string | null) =>
      recordQualification(
        actor,
        recorded(personId, { type: personId === null ? "sp800_171" : CITI }),
      ).then(
        () => "done",
        (error) => error.code,
      );
    for (const actor of [people.lead, people.colleague]) {
      expect(await outcome(actor, null)).toBe("done");
      expect(await outcome(actor, member.personId)).toBe("done");
    }
    expect(await outcome(member, member.personId)).toBe("done");
    expect(await outcome(member, people.lead.personId)).toBe("FORBIDDEN");
    expect(await outcome(member, null)).toBe("FORBIDDEN");
    expect(await outcome(people.viewer, people.viewer.personId)).toBe("FORBIDDEN");
    const [first] = await listQualifications(people.viewer, null);
    const which = { id: first?.id ?? "", version: 1 };
    const forbidden = { code: "FORBIDDEN" };
    await expect(
      moveQualification(member, moved(which.id, 1, "to_sign", { on: "2026-11-20" })),
    ).rejects.toMatchObject(forbidden);
    await expect(
      correctQualification(member, corrected(which.id, 1, { since: "2026-11-01" })),
    ).rejects.toMatchObject(forbidden);
  });

  it("that count for one request name one of the team", async () => {
    const lost = recorded(null, { type: "ethics_approval", requestId: randomUUID() });
    await expect(recordQualification(people.lead, lost)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("leave a whole history", async () => {
    expect((await verifyChain(people.lead)).broken).toBeUndefined();
  });
});
