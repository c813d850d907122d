import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { qualificationForm } from "../people/qualification-forms";
import { correctQualification, recordQualification } from "./qualifications";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let team: SampleTeam;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
  team = await sampleTeam(superuser, "lab");
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

const BLANK = { since: "", completedOn: "", startsOn: "", reportEndsOn: "", endsOn: "" };
const typed = (answers: Record<string, string>) =>
  qualificationForm.parse({ ...BLANK, reference: "", answers });

const apply = (answers: Record<string, string>) =>
  recordQualification(team.lead, {
    ...{ commandId: randomUUID(), type: "physionet_credential", step: "", documentId: null },
    ...{ personId: team.lead.personId, unitId: null, requestId: null },
    qualification: typed(answers),
  });

describe("the reference of a credential", () => {
  it("is not the person who applies, by name or address", async () => {
    const where = { id: team.lead.personId };
    const data = { name: "Ana Ruiz", email: "ana@lab.example.org" };
    await superuser.person.update({ where, data });
    await expect(apply({ referenceName: "RUÍZ, Ana" })).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("cannot be the applicant"),
      options: { field: "qualification.answers.referenceName" },
    });
    await expect(apply({ referenceEmail: data.email })).rejects.toMatchObject({
      options: { field: "qualification.answers.referenceEmail" },
    });
  });

  it("does not become one with a free mail address by a correction either", async () => {
    const good = { referenceName: "Bo Lindqvist", referenceEmail: "bo@uni.example.org" };
    const { id } = await apply(good);
    const qualification = typed({ ...good, referenceEmail: "bo@gmail.com" });
    await expect(
      correctQualification(team.lead, { id, version: 1, qualification }),
    ).rejects.toMatchObject({ options: { field: "qualification.answers.referenceEmail" } });
    expect(await superuser.qualification.findUnique({ where: { id } })).toMatchObject({
      answers: good,
      version: 1,
    });
  });
});
