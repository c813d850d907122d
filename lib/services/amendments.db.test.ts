import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { AmendmentChange } from "../amendments/forms";
import { day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { listAmendments } from "./amendment-list";
import { askAmendment, decideAmendment, recordAmendment, withdrawAmendment } from "./amendments";
import { sampleAccessUnit } from "./sample-access";
import { amendmentStory } from "./sample-amendments";
import { refusal } from "./sample-requests";

const TODAY = day("2026-11-22");

let superuser: PrismaClient;
let story: Awaited<ReturnType<typeof amendmentStory>>;
let team: typeof story.team;
let lead: Member;
let bo: string;
let { prepare, consent, approved, duties, namesIn } = {} as typeof story;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  story = await amendmentStory(superuser);
  ({ team, bo, prepare, consent, approved, duties, namesIn } = story);
  lead = team.lead;
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
