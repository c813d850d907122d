import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { AmendmentChange } from "../amendments/forms";
import { day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { listAmendments } from "./amendment-list";
import {
  askAmendment,
  decideAmendment,
  prepareAmendment,
  recordAmendment,
  withdrawAmendment,
} from "./amendments";
import { sampleAccessUnit, sampleApproval, samplePerson } from "./sample-access";
import { refusal, sampleTeams } from "./sample-requests";

const TODAY = day("2026-11-22");
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let lead: Member;
let bo: string;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
  lead = team.lead;
  bo = await samplePerson(superuser, lead.teamId, "Bo");
});

/** An approved request at an archive, headed by the lead, with its agreement. */
async function approved(archive: "dbgap" | "ega" | "physionet") {
  const unit = await sampleAccessUnit(superuser, archive);
  const held = archive === "dbgap" ? "pi" : "applicant";
  const people = archive === "physionet" ? [] : ([[lead.personId, held]] as const);
  const approval = await sampleApproval(superuser, lead, {
    ...{ archive, unitId: unit.id, people, startsOn: "2026-01-10", endsOn: "2027-01-09" },
    ...(archive === "physionet" && { personId: lead.personId }),
  });
  const agreement = await superuser.agreement.create({
    data: {
      ...{ teamId: lead.teamId, requestId: approval.requestId, archive, name: "The agreement" },
      ...{ startsOn: dayToColumn(day("2026-01-10")), createdAt: lead.now },
      people: {
        create: people.map(([personId]) => ({
          personId,
          function: held,
          startsOn: dayToColumn(day("2026-01-10")),
        })),
      },
    },
  });
  return { ...approval, unit, agreementId: agreement.id };
}

async function prepare(requestId: string, change: AmendmentChange) {
  const { number } = await prepareAmendment(team.member, {
    ...{ commandId: randomUUID(), requestId, what: "What changes.", change },
  });
  const found = (await listAmendments(lead, requestId)).find((one) => one.number === number);
  if (!found) throw new Error("It is not listed");
  return { id: found.id, version: found.version };
}

async function consent(requestId: string, change: AmendmentChange) {
  const { id } = await prepare(requestId, change);
  await askAmendment(team.member, { id, version: 1, on: TODAY });
  await decideAmendment(lead, { id, version: 2, outcome: "approved", on: TODAY, documentId: null });
  return id;
}

const namesIn = (agreementId: string) =>
  superuser.agreementPerson.findMany({
    where: { agreementId },
    orderBy: { startsOn: "asc" },
    select: { personId: true, function: true, startsOn: true, endsOn: true },
  });
const duties = (requestId: string) =>
  superuser.obligation.findMany({
    where: { requestId, state: "open", subject: { startsWith: "amendment:" } },
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
  });

describe("people", () => {
  const joins = (): AmendmentChange => ({
    ...{ kind: "people", effect: "add", personId: bo },
    ...{ function: "internal_collaborator", on: day("2026-12-01") },
  });

  it("at dbGaP join once the revision is approved: the request, its answers and its appendix", async () => {
    const { requestId, agreementId } = await approved("dbgap");
    const { id } = await prepare(requestId, joins());
    const people = () => superuser.requestPerson.count({ where: { requestId, personId: bo } });
    await askAmendment(team.member, { id, version: 1, on: TODAY });
    expect(await people()).toBe(0);
    const decide = { id, version: 2, outcome: "approved" as const, on: TODAY, documentId: null };
    expect(await refusal(decideAmendment(team.member, decide))).toMatchObject({
      code: "FORBIDDEN",
    });
    await decideAmendment(team.colleague, decide);
    expect(await people()).toBe(1);
    expect((await namesIn(agreementId)).at(-1)).toMatchObject({
      ...{ personId: bo, function: "internal_collaborator" },
      startsOn: dayToColumn(day("2026-12-01")),
    });
    const { answers } = await superuser.request.findUniqueOrThrow({ where: { id: requestId } });
    expect(JSON.stringify(answers)).toContain(bo);
    expect(await listAmendments(lead, requestId)).toMatchObject([
      { state: "approved", before: [], after: ["Bo"], next: [] },
    ]);
  });

  it("at EGA join without consent, and the committee is told within 30 days", async () => {
    const { requestId } = await approved("ega");
    const change = { ...joins(), function: "authorised_personnel" } as AmendmentChange;
    const { id } = await prepare(requestId, change);
    expect(await refusal(askAmendment(lead, { id, version: 1, on: TODAY }))).toMatchObject({
      code: "CONFLICT",
    });
    await recordAmendment(lead, { id, version: 1, documentId: null });
    expect(await duties(requestId)).toMatchObject([
      {
        kind: "ega_amendment_notice",
        dueOn: dayToColumn(day("2026-12-31")),
        ownerId: lead.personId,
      },
    ]);
  });

  it("who leave are taken off everywhere, and off the copies", async () => {
    const { requestId, agreementId } = await approved("dbgap");
    await consent(requestId, joins());
    await consent(requestId, {
      ...joins(),
      effect: "remove",
      on: day("2026-12-20"),
    } as AmendmentChange);
    expect(await superuser.requestPerson.count({ where: { requestId, personId: bo } })).toBe(0);
    expect((await namesIn(agreementId)).at(-1)?.endsOn).toEqual(dayToColumn(day("2026-12-20")));
    expect(await duties(requestId)).toMatchObject([
      { kind: "dbgap_copies", dueOn: dayToColumn(day("2026-12-20")), personId: bo },
    ]);
  });

  it("cannot join twice, leave where they are not, or be of another team", async () => {
    const { requestId } = await approved("dbgap");
    await consent(requestId, joins());
    const refused = async (change: Partial<AmendmentChange>) =>
      (await refusal(prepare(requestId, { ...joins(), ...change } as AmendmentChange))).code;
    expect(await refused({})).toBe("INVALID");
    expect(await refused({ effect: "remove", personId: lead.personId })).toBe("INVALID");
    expect(await refused({ function: "authorised_personnel" })).toBe("INVALID");
    expect(await refused({ personId: team.stranger.personId })).toBe("NOT_FOUND");
  });
});

describe("the scope", () => {
  it("at dbGaP grows by a revision: the further data set goes its own way while the approval stands", async () => {
    const { requestId, itemId } = await approved("dbgap");
    const further = await sampleAccessUnit(superuser, "dbgap");
    const { id } = await prepare(requestId, { kind: "scope_add", unitIds: [further.id] });
    await askAmendment(team.member, { id, version: 1, on: TODAY });
    const items = await superuser.requestItem.findMany({
      where: { requestId },
      orderBy: { position: "asc" },
      include: { stays: true },
    });
    expect(items.map(({ step }) => step)).toEqual(["approved", "draft"]);
    expect(items[1]?.stays).toMatchObject([{ step: "draft", leftOn: null }]);
    expect(await superuser.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      status: "draft",
    });
    expect(await superuser.grant.count({ where: { itemId, endedOn: null } })).toBe(1);
    const decide = { id, version: 2, outcome: "approved" as const, on: TODAY, documentId: null };
    expect(await refusal(decideAmendment(lead, decide))).toMatchObject({ code: "CONFLICT" });
    await withdrawAmendment(team.member, { id, version: 2 });
    expect(await listAmendments(lead, requestId)).toMatchObject([{ state: "withdrawn" }]);
  });

  it("shrinks: the approval of the part ends, its copies are to be destroyed; the last part is a close-out", async () => {
    const { requestId, itemId } = await approved("dbgap");
    const more = await sampleAccessUnit(superuser, "dbgap");
    const second = await superuser.requestItem.create({
      data: {
        ...{ teamId: lead.teamId, requestId, unitId: more.id, step: "approved" },
        ...{ status: "approved", stepSince: dayToColumn(TODAY), waitingOn: "nobody", position: 1 },
      },
    });
    const grant = await superuser.grant.findFirstOrThrow({ where: { itemId } });
    const { id: _id, ...rest } = grant;
    await superuser.grant.create({ data: { ...rest, itemId: second.id, unitId: more.id } });
    const both = { kind: "scope_remove", itemIds: [itemId, second.id], on: TODAY } as const;
    expect(
      await refusal(prepare(requestId, { ...both, itemIds: [...both.itemIds] })),
    ).toMatchObject({ code: "INVALID", options: { field: "change.itemIds" } });
    await consent(requestId, { kind: "scope_remove", itemIds: [second.id], on: TODAY });
    expect(
      await superuser.requestItem.findUniqueOrThrow({ where: { id: second.id } }),
    ).toMatchObject({
      step: "closed",
      status: "closed",
    });
    expect(await superuser.grant.findFirstOrThrow({ where: { itemId: second.id } })).toMatchObject({
      endedBy: "closed",
    });
    expect(await superuser.grant.findFirstOrThrow({ where: { itemId } })).toMatchObject({
      endedOn: null,
    });
    expect((await duties(requestId)).map(({ kind }) => kind)).toEqual(["dbgap_scope_destruction"]);
  });

  it("of another aim is a new project", async () => {
    const { requestId } = await approved("dbgap");
    const refused = await refusal(prepare(requestId, { kind: "aim" }));
    expect(refused).toMatchObject({ code: "INVALID", options: { field: "change.kind" } });
    expect(refused.message).toContain("new project");
  });
});

describe("the end", () => {
  it("at EGA moves with the committee's consent, and its duty with it", async () => {
    const { requestId, itemId } = await approved("ega");
    const endsOn = day("2028-01-09");
    await consent(requestId, { kind: "end_date", endsOn });
    const grant = await superuser.grant.findFirstOrThrow({ where: { itemId } });
    expect(grant.endsOn).toEqual(dayToColumn(endsOn));
    expect(
      await superuser.obligation.findMany({ where: { grantId: grant.id, state: "open" } }),
    ).toMatchObject([{ dueOn: dayToColumn(endsOn) }]);
    expect((await refusal(prepare(requestId, { kind: "end_date", endsOn }))).options.field).toBe(
      "change.endsOn",
    );
  });

  it("at dbGaP does not move: the project is renewed", async () => {
    const { requestId } = await approved("dbgap");
    const change: AmendmentChange = { kind: "end_date", endsOn: day("2028-01-09") };
    expect((await refusal(prepare(requestId, change))).message).toContain("renew");
  });
});

describe("responsibility", () => {
  it("in the team passes on at once, with the open duties", async () => {
    const { requestId } = await approved("dbgap");
    const { id } = await prepare(requestId, { kind: "hand_over", personId: bo });
    await recordAmendment(lead, { id, version: 1, documentId: null });
    expect(await superuser.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      ownerId: bo,
    });
    expect((await refusal(prepare(requestId, { kind: "hand_over", personId: bo }))).code).toBe(
      "INVALID",
    );
  });

  it("of EGA's User passes with the committee's consent; a dbGaP project belongs to its PI", async () => {
    const { requestId, agreementId } = await approved("ega");
    await consent(requestId, { kind: "pi", personId: bo, on: day("2026-12-01") });
    expect(
      await superuser.requestPerson.findMany({ where: { requestId, function: "applicant" } }),
    ).toMatchObject([{ personId: bo }]);
    expect(await namesIn(agreementId)).toMatchObject([
      { personId: lead.personId, endsOn: dayToColumn(day("2026-11-30")) },
      { personId: bo, startsOn: dayToColumn(day("2026-12-01")), endsOn: null },
    ]);
    const project = await approved("dbgap");
    const change: AmendmentChange = { kind: "pi", personId: bo, on: TODAY };
    expect(await refusal(prepare(project.requestId, change))).toMatchObject({ code: "INVALID" });
  });

  it("when the PI moves is a plan: close out before the day, a new project after it", async () => {
    const { requestId } = await approved("dbgap");
    const on = day("2027-03-31");
    const { id } = await prepare(requestId, { kind: "pi_moves", on });
    await recordAmendment(lead, { id, version: 1, documentId: null });
    expect((await duties(requestId)).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ["dbgap_close_out", dayToColumn(day("2027-03-30"))],
      ["dbgap_destruction", dayToColumn(day("2027-03-30"))],
      ["dbgap_apply_anew", dayToColumn(on)],
    ]);
    expect(await superuser.grant.count({ where: { requestId, endedOn: null } })).toBe(1);
  });
});

describe("an amendment", () => {
  it("needs an approval that stands", async () => {
    const unit = await sampleAccessUnit(superuser, "ega");
    const { requestId } = await sampleApproval(superuser, lead, {
      ...{ archive: "ega", unitId: unit.id, step: "dac_review" },
    });
    expect(await refusal(prepare(requestId, { kind: "hand_over", personId: bo }))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is decided once: of two at once one is told", async () => {
    const { requestId } = await approved("ega");
    const { id } = await prepare(requestId, { kind: "end_date", endsOn: day("2028-01-09") });
    await askAmendment(lead, { id, version: 1, on: TODAY });
    const decide = (outcome: "approved" | "refused") =>
      decideAmendment(lead, { id, version: 2, outcome, on: TODAY, documentId: null });
    const answers = await Promise.allSettled([decide("approved"), decide("refused")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await refusal(withdrawAmendment(lead, { id, version: 3 }))).toMatchObject({
      code: "CONFLICT",
    });
    const events = await superuser.event.count({
      where: { teamId: lead.teamId, action: { in: ["amendment.approved", "amendment.refused"] } },
    });
    expect(events).toBe(1);
  });

  it("refuses days to come, readers, and rows of others", async () => {
    const { requestId } = await approved("ega");
    const { id } = await prepare(requestId, { kind: "end_date", endsOn: day("2028-01-09") });
    const ask = (actor: Member, on = TODAY) => askAmendment(actor, { id, version: 1, on });
    expect(await refusal(ask(lead, day("2026-11-23")))).toMatchObject({ code: "INVALID" });
    expect(await refusal(ask(team.viewer))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(ask(team.stranger))).toMatchObject({ code: "NOT_FOUND" });
  });
});
