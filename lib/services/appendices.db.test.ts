import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { versionForm } from "../agreements/forms";
import { day } from "../dates/day";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { addVersion } from "./agreement-changes";
import { getAgreement } from "./agreements";
import { endNaming, nameInAppendix } from "./appendices";
import { agreementFields, sampleAgreement, unitIds } from "./sample-agreements";
import { refusal, sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;
let colleague: Member;
let member: Member;
let stranger: Member;
let units: string[];

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
  units = await unitIds(superuser, "EGAD00010000674");
});

beforeEach(async () => {
  ({ lead, colleague, member, stranger } = await sampleTeams(superuser));
});

const add = () => sampleAgreement(lead, agreementFields(units));

describe("a name in an agreement", () => {
  const name = (agreementId: string, personId: string, more: object = {}) =>
    nameInAppendix(lead, {
      ...{ commandId: randomUUID(), agreementId },
      named: {
        ...{ personId, function: "authorised_personnel", startsOn: null, endsOn: null, ...more },
      },
    });

  it("stands from the agreement's start, once, until its last day", async () => {
    const { id } = await add();
    const { id: nameId } = await name(id, member.personId);
    expect(await refusal(name(id, member.personId))).toMatchObject({
      ...{ code: "INVALID", options: { field: "named.personId" } },
      message: `${member.name} is named in this function already, since 1 Jan 2026.`,
    });
    const endsOn = day("2026-06-30");
    await endNaming(lead, { id: nameId, was: null, endsOn });
    await name(id, member.personId, { startsOn: day("2026-07-01") });
    expect((await getAgreement(lead, id)).people).toMatchObject([
      { startsOn: "2026-01-01", endsOn: "2026-06-30" },
      { startsOn: "2026-07-01", endsOn: null },
    ]);
    expect(await superuser.event.findMany({ where: { subjectId: id } })).toHaveLength(4);
  });

  it("stands there once when two name the same person at once", async () => {
    const { id } = await add();
    const sent = await Promise.allSettled([1, 2, 3].map(() => name(id, member.personId)));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is of the team, of the newest version, and ends after it begins", async () => {
    const { id } = await add();
    expect((await refusal(name(id, stranger.personId))).code).toBe("NOT_FOUND");
    expect((await refusal(name(randomUUID(), member.personId))).code).toBe("NOT_FOUND");
    const backwards = { startsOn: day("2026-05-01"), endsOn: day("2026-04-30") };
    expect((await refusal(name(id, member.personId, backwards))).options.field).toBe(
      "named.endsOn",
    );
    const { archive: _a, dac: _d, parties: _p, governingLaw: _l, ...text } = agreementFields(units);
    const { people: _n, signatures: _s, ...plain } = text;
    const next = versionForm.parse({ ...plain, startsOn: "2026-06-01", change: "minor" });
    await addVersion(lead, { commandId: randomUUID(), id, version: 1, next });
    expect((await refusal(name(id, member.personId))).code).toBe("CONFLICT");
  });

  it("ends as the page showed it, or not at all", async () => {
    const { id } = await add();
    const { id: nameId } = await name(id, member.personId);
    const end = (actor: Member, endsOn: string, was: string | null = null) =>
      endNaming(actor, { id: nameId, was: was === null ? null : day(was), endsOn: day(endsOn) });
    expect((await refusal(end(lead, "2025-12-31"))).options.field).toBe("endsOn");
    await end(lead, "2026-06-30");
    expect((await refusal(end(lead, "2026-07-31"))).code).toBe("CONFLICT");
    await end(colleague, "2026-07-31", "2026-06-30");
    expect((await refusal(end(member, "2026-08-31", "2026-07-31"))).code).toBe("FORBIDDEN");
    expect((await refusal(end(stranger, "2026-08-31", "2026-07-31"))).code).toBe("NOT_FOUND");
  });
});
