import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import type { AmendmentChange } from "../amendments/forms";
import { addDays, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { askAmendment, decideAmendment, recordAmendment, withdrawAmendment } from "./amendments";
import { sampleAccessUnit, sampleApproval } from "./sample-access";
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

  it("takes the day along on which an extension is begun, there and back", async () => {
    const { requestId } = await approved("ega");
    await superuser.cycle.updateMany({ where: { requestId }, data: { state: "approved" } });
    const windows = () =>
      superuser.obligation.findMany({
        where: { requestId, kind: "ega_extension_window" },
        orderBy: { dueOn: "asc" },
        select: { dueOn: true, state: true },
      });
    const sooner = { dueOn: dayToColumn(addDays(day("2028-01-09"), -90)), state: "open" };
    await consent(requestId, { kind: "end_date", endsOn: day("2028-01-09") });
    expect(await windows()).toEqual([sooner]);
    await consent(requestId, { kind: "end_date", endsOn: day("2029-01-09") });
    const later = { dueOn: dayToColumn(addDays(day("2029-01-09"), -90)), state: "open" };
    expect(await windows()).toEqual([{ ...sooner, state: "not_applicable" }, later]);
    await consent(requestId, { kind: "end_date", endsOn: day("2028-01-09") });
    expect(await windows()).toEqual([sooner, { ...later, state: "not_applicable" }]);
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
