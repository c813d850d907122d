import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { isOpen } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { personAccess } from "./access";
import { cancelDeparture, previewDeparture, recordDeparture } from "./departure";
import { settleDuty } from "./duties";
import { handOverRequest } from "./hand-over";
import { listPeople, updatePerson } from "./people";
import { refusal } from "./sample-requests";
import { SAMPLE_NOW, type SampleTeam, sampleMember, sampleTeam } from "./sample-team";

const TODAY = day("2026-11-22");
const LAST_DAY = day("2027-03-31");
let superuser: PrismaClient;
let team: SampleTeam;
let ana: Member;
let bo: Member;
let cai: Member;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

// Ana leads the team and an approved dbGaP project, on which Bo works too; Cai organises.
beforeEach(async () => {
  team = await sampleTeam(superuser, `leave-${++teams}`);
  const { teamId, requestId, grantId, lead } = team;
  ana = lead;
  bo = await sampleMember(superuser, teamId, "member");
  cai = await sampleMember(superuser, teamId, "coordinator");
  await superuser.notice.deleteMany({ where: { teamId } });
  const endsOn = dayToColumn(day("2027-11-22"));
  await superuser.grant.update({ where: { id: grantId }, data: { endsOn, personId: null } });
  await superuser.obligation.updateMany({ where: { teamId }, data: { dueOn: endsOn } });
  await superuser.requestPerson.create({
    data: { teamId, requestId, personId: bo.personId, function: "internal_collaborator" },
  });
  await superuser.identity.create({
    data: {
      ...{ teamId, personId: ana.personId, scheme: "era_commons", value: "ANA", key: randomUUID() },
      ...{ verifiedOn: dayToColumn(TODAY), createdAt: SAMPLE_NOW },
    },
  });
  await superuser.qualification.create({
    data: {
      ...{ teamId, type: "sp800_171", step: "attested", stepSince: dayToColumn(TODAY) },
      ...{ startsOn: dayToColumn(TODAY), createdAt: SAMPLE_NOW },
    },
  });
});

const preview = (lastDay: Day = LAST_DAY, who = ana) =>
  previewDeparture(cai, { personId: who.personId, lastDay });

/** Records what the preview shows now, with everything going to one person. */
async function leave(lastDay: Day = LAST_DAY, to = cai, who = ana) {
  const seen = await preview(lastDay, who);
  return recordDeparture(cai, inputOf(seen, to));
}

function inputOf(seen: Awaited<ReturnType<typeof preview>>, to: Member) {
  const passing = seen.handOver.filter(({ needsOwner }) => needsOwner);
  return {
    ...{ commandId: randomUUID(), personId: seen.person.id, version: seen.person.version },
    ...{ lastDay: seen.lastDay, planHash: seen.planHash },
    handOver: Object.fromEntries(passing.map(({ id }) => [id, to.personId])),
  };
}

const openDuties = () =>
  superuser.obligation.findMany({
    where: { teamId: team.teamId, state: "open" },
    orderBy: [{ dueOn: "asc" }, { kind: "asc" }],
  });
const actions = async () =>
  (await superuser.event.findMany({ where: { teamId: team.teamId }, orderBy: { seq: "asc" } })).map(
    ({ action }) => action,
  );

/** How many rows each table holds. */
async function rowCounts(): Promise<unknown> {
  return superuser.$queryRaw`
    select table_schema, table_name, (xpath('/row/c/text()', query_to_xml(
      format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text
    from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
    order by 1, 2`;
}

/** Open requests and duties in the care of nobody who is on the team on a day. */
async function orphans(on: Day): Promise<unknown[]> {
  return superuser.$queryRaw`
    select r.id from "Request" r join "Person" p on p.id = r."ownerId"
      where r."teamId" = ${team.teamId}::uuid and r.status not in ('closed', 'withdrawn', 'terminated')
      and not (p."startsOn" <= ${on}::date and coalesce(p."endsOn", 'infinity') >= ${on}::date)
    union all
    select o.id from "Obligation" o join "Person" p on p.id = o."ownerId"
      where o."teamId" = ${team.teamId}::uuid and o.state = 'open'
      and not (p."startsOn" <= ${on}::date and coalesce(p."endsOn", 'infinity') >= ${on}::date)`;
}

describe("before anything is recorded", () => {
  it("the preview shows what closes, to whom and why, and the close-out before the last day", async () => {
    const { lapses, duties, handOver, candidates } = await preview();
    expect(
      lapses.map(({ person, reasons }) => [person.id, reasons.map(({ code }) => code)]),
    ).toEqual([
      [ana.personId, expect.arrayContaining(["left"])],
      [bo.personId, ["lead_left"]],
    ]);
    expect(duties.map(({ kind, effect, dueOn }) => [kind, effect, dueOn])).toEqual([
      ["dbgap_close_out", "close", "2027-03-30"],
      ["dbgap_destruction", "destroy", "2027-03-30"],
      ["dbgap_apply_anew", "hand_over", "2027-03-31"],
    ]);
    expect(handOver).toMatchObject([
      { id: team.requestId, how: "close_and_reapply", needsOwner: true },
    ]);
    expect(candidates.map(({ id }) => id).sort()).toEqual([bo.personId, cai.personId].sort());
  });

  it("the preview writes nothing", async () => {
    const before = await rowCounts();
    await preview();
    await preview(addDays(TODAY, -1)).catch(() => null);
    expect(await rowCounts()).toEqual(before);
  });

  it("the preview refuses a last day before the first", async () => {
    expect(await refusal(preview(addDays(TODAY, -1)))).toMatchObject({
      code: "INVALID",
      options: { field: "lastDay" },
    });
  });

  it("only organisers look and record", async () => {
    for (const actor of [bo, { ...bo, role: "viewer" } as Member]) {
      const input = { personId: ana.personId, lastDay: LAST_DAY };
      expect(await refusal(previewDeparture(actor, input))).toMatchObject({ code: "FORBIDDEN" });
      const seen = inputOf(await preview(), cai);
      expect(await refusal(recordDeparture(actor, seen))).toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("recording", () => {
  it("does exactly what the preview showed", async () => {
    const seen = await preview();
    await recordDeparture(cai, inputOf(seen, cai));
    const stored = (await openDuties()).filter(({ personId }) => personId === ana.personId);
    const shown = seen.duties.map(({ kind, subject, dueOn, what, rule, source }) => {
      return { kind, subject, dueOn: dayToColumn(dueOn), what, rule, source };
    });
    expect(stored).toMatchObject(
      shown
        .toSorted((a, b) => a.kind.localeCompare(b.kind))
        .toSorted((a, b) => a.dueOn.getTime() - b.dueOn.getTime()),
    );
    expect(stored).toHaveLength(shown.length);
    for (const { person, unit, status, reasons } of seen.lapses) {
      const at = (on: Day) => personAccess(cai, person.id, on);
      const cell = async (on: Day) => (await at(on)).cells.find((one) => one.unit.id === unit.id);
      const before = await cell(LAST_DAY);
      expect(before && isOpen(before)).toBe(true);
      // Who must act is by then whoever took the request over.
      const why = reasons.map(({ code, what, on }) => ({ code, what, on }));
      expect(await cell(addDays(LAST_DAY, 1))).toMatchObject({ status, reasons: why });
    }
    expect(await actions()).toEqual(
      expect.arrayContaining(["departure.recorded", "request.handedOver", "obligation.opened"]),
    );
    const people = await listPeople(cai);
    expect(people.find(({ id }) => id === ana.personId)).toMatchObject({ endsOn: LAST_DAY });
  });

  it("puts requests, their duties and what follows into the chosen hands", async () => {
    await leave();
    const request = await superuser.request.findUniqueOrThrow({ where: { id: team.requestId } });
    expect(request.ownerId).toBe(cai.personId);
    const duties = await openDuties();
    expect(duties).toHaveLength(4);
    expect(new Set(duties.map(({ ownerId }) => ownerId))).toEqual(new Set([cai.personId]));
    for (const on of [TODAY, LAST_DAY, addDays(LAST_DAY, 1), addDays(LAST_DAY, 400)]) {
      expect(await orphans(on)).toEqual([]);
    }
  });

  it("is done once when it is sent twice, also at once", async () => {
    const input = inputOf(await preview(), cai);
    await Promise.all([recordDeparture(cai, input), recordDeparture(cai, input)]);
    await recordDeparture(cai, input);
    expect((await actions()).filter((action) => action === "departure.recorded")).toHaveLength(1);
    expect(await openDuties()).toHaveLength(4);
  });

  it("is refused when anything changed since, and shows the list as it is now", async () => {
    const seen = await preview();
    await superuser.requestPerson.create({
      data: {
        ...{ teamId: team.teamId, requestId: team.requestId, personId: cai.personId },
        function: "downloader",
      },
    });
    const passing = await sampleDuty(ana);
    const error = await refusal(recordDeparture(cai, inputOf(seen, cai)));
    expect(error.code).toBe("CONFLICT");
    const { current } = error.options.details as { current: typeof seen };
    expect(current.handOver.map(({ id }) => id)).toContain(passing);
    expect(await actions()).not.toContain("departure.recorded");
  });

  it("is refused with a sentence when something would be left without an owner", async () => {
    const seen = await preview();
    const nobody = await refusal(recordDeparture(cai, { ...inputOf(seen, cai), handOver: {} }));
    expect(nobody).toMatchObject({
      code: "INVALID",
      message: "Choose who takes over GB-1; without that nobody would look after it.",
      options: { field: `handOver.${team.requestId}` },
    });
    const herself = await refusal(recordDeparture(cai, inputOf(seen, ana)));
    expect(herself.message).toContain("must be on the team today and after 31 Mar 2027");
    expect(await orphans(addDays(LAST_DAY, 1))).toEqual([]);
  });

  it("takes over nothing into the hands of somebody of another team", async () => {
    const other = await sampleTeam(superuser, `leave-${++teams}`);
    const seen = inputOf(await preview(), other.lead);
    expect(await refusal(recordDeparture(cai, seen))).toMatchObject({ code: "INVALID" });
  });
});

/** A duty of the team's own, apart from requests, in somebody's care. */
async function sampleDuty(owner: Member): Promise<string> {
  const { id } = await superuser.obligation.create({
    data: {
      ...{ teamId: team.teamId, ownerId: owner.personId, kind: "sp800_171_review", subject: "y" },
      ...{ what: "Review it.", dueOn: dayToColumn(LAST_DAY), rule: "Yearly.", source: "ours" },
    },
  });
  return id;
}

/** An EGA agreement recorded without a request that names somebody. */
async function sampleAgreement(person: Member): Promise<string> {
  const { teamId } = team;
  const startsOn = dayToColumn(TODAY);
  const { id } = await superuser.agreement.create({
    data: {
      ...{
        teamId,
        archive: "ega",
        name: "Agreement with the DAC",
        startsOn,
        createdAt: SAMPLE_NOW,
      },
      people: {
        create: { personId: person.personId, function: "authorised_personnel", startsOn },
      },
    },
  });
  return id;
}

describe("what lies apart from requests", () => {
  it("single duties pass on, and agreements end the naming and tell the committee within 30 days", async () => {
    const duty = await sampleDuty(bo);
    const agreement = await sampleAgreement(bo);
    const seen = await preview(LAST_DAY, bo);
    expect(seen.duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ["dbgap_people_change", "2027-04-14"],
      ["dbgap_copies", "2027-03-31"],
      ["ega_staff_change", "2027-04-30"],
      ["ega_copies", "2027-03-31"],
    ]);
    expect(seen.handOver.map(({ kind, id }) => [kind, id])).toEqual([
      ["agreement", agreement],
      ["duty", duty],
    ]);
    await recordDeparture(cai, inputOf(seen, cai));
    const naming = await superuser.agreementPerson.findFirstOrThrow({
      where: { agreementId: agreement },
    });
    expect(naming.endsOn).toEqual(dayToColumn(LAST_DAY));
    const rows = await openDuties();
    expect(rows.find(({ id }) => id === duty)?.ownerId).toBe(cai.personId);
    expect(rows.find(({ kind }) => kind === "ega_staff_change")).toMatchObject({
      ...{ requestId: null, ownerId: cai.personId, personId: bo.personId },
      subject: `departure:${bo.personId}:${agreement}`,
    });
    // The project's own duties lie with whoever owns the request.
    expect(rows.find(({ kind }) => kind === "dbgap_copies")?.ownerId).toBe(ana.personId);
    expect(await actions()).toContain("obligation.handedOver");
  });
});

describe("another last day", () => {
  it("replaces the duties that followed from the former one, and moves namings along", async () => {
    const agreement = await sampleAgreement(bo);
    await leave(LAST_DAY, cai, bo);
    const later = addDays(LAST_DAY, 10);
    const seen = await preview(later, bo);
    expect(seen.duties).toHaveLength(4);
    expect(seen.handOver).toMatchObject([{ kind: "agreement", proposedId: cai.personId }]);
    await recordDeparture(cai, inputOf(seen, cai));
    const rows = await superuser.obligation.findMany({
      where: { teamId: team.teamId, personId: bo.personId },
    });
    const open = rows.filter(({ state }) => state === "open");
    expect(open.map(({ dueOn }) => dueOn)).not.toContainEqual(dayToColumn(LAST_DAY));
    expect(open).toHaveLength(4);
    expect(rows.find(({ state }) => state === "not_applicable")?.closedWhy).toContain("moved from");
    const naming = await superuser.agreementPerson.findFirstOrThrow({
      where: { agreementId: agreement },
    });
    expect(naming.endsOn).toEqual(dayToColumn(later));
    await leave(LAST_DAY, cai, bo);
    const again = (await openDuties()).filter(({ personId }) => personId === bo.personId);
    expect(again.map(({ dueOn }) => dueOn)).toContainEqual(dayToColumn(LAST_DAY));
    expect(again).toHaveLength(4);
  });

  it("that is taken back closes the duties, and what was done stays done", async () => {
    await sampleAgreement(bo);
    await leave(LAST_DAY, cai, bo);
    const told = (await openDuties()).find(({ kind }) => kind === "ega_staff_change");
    await settleDuty(cai, { id: told?.id ?? "", doneOn: TODAY, how: "By mail" });
    const version = (await superuser.person.findUniqueOrThrow({ where: { id: bo.personId } }))
      .version;
    const input = { commandId: randomUUID(), personId: bo.personId, version };
    await cancelDeparture(cai, input);
    await cancelDeparture(cai, input);
    const rows = await superuser.obligation.findMany({
      where: { teamId: team.teamId, personId: bo.personId },
    });
    expect(rows.map(({ state }) => state).sort()).toEqual([
      ...["done", "not_applicable", "not_applicable", "not_applicable"],
    ]);
    const naming = await superuser.agreementPerson.findFirstOrThrow({
      where: { teamId: team.teamId },
    });
    expect(naming.endsOn).toBeNull();
    expect((await actions()).filter((action) => action === "departure.cancelled")).toHaveLength(1);
    const stale = { ...input, commandId: randomUUID() };
    expect(await refusal(cancelDeparture(cai, stale))).toMatchObject({ code: "CONFLICT" });
  });

  it("cannot be slipped past the preview through the person's form", async () => {
    const people = await listPeople(cai);
    const entry = (who: Member) => people.find(({ id }) => id === who.personId) ?? expect.fail();
    const change = (who: Member) => {
      const { id, version, name, email, position, institution, timeZone, startsOn } = entry(who);
      const { rank, country } = entry(who);
      const words = { name, email, position, institution, rank, country, timeZone };
      return updatePerson(cai, { id, version, person: { ...words, startsOn, endsOn: LAST_DAY } });
    };
    const error = await refusal(change(ana));
    expect(error).toMatchObject({ code: "INVALID", options: { field: "person.endsOn" } });
    expect(error.message).toContain("“Leaves the team”");
    await change(cai);
  });
});

describe("handing over a single request", () => {
  const version = async () =>
    (await superuser.request.findUniqueOrThrow({ where: { id: team.requestId } })).version;

  it("gives it and its open duties to somebody on the team, once", async () => {
    const input = { requestId: team.requestId, toPersonId: bo.personId, version: await version() };
    await handOverRequest(cai, input);
    expect(await openDuties()).toMatchObject([{ ownerId: bo.personId }]);
    expect(await refusal(handOverRequest(cai, input))).toMatchObject({ code: "CONFLICT" });
    const again = await refusal(handOverRequest(cai, { ...input, version: await version() }));
    expect(again).toMatchObject({ code: "INVALID", options: { field: "toPersonId" } });
  });

  it("refuses somebody who has left, and people of other teams", async () => {
    const yesterday = dayToColumn(addDays(TODAY, -1));
    await superuser.person.update({
      where: { id: bo.personId },
      data: { startsOn: yesterday, endsOn: yesterday },
    });
    const input = { requestId: team.requestId, toPersonId: bo.personId, version: await version() };
    expect(await refusal(handOverRequest(cai, input))).toMatchObject({ code: "INVALID" });
    const other = await sampleTeam(superuser, `leave-${++teams}`);
    const foreign = { ...input, toPersonId: other.lead.personId };
    expect(await refusal(handOverRequest(cai, foreign))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("settling a duty", () => {
  it("closes it once, with the day and a note, and refuses days to come", async () => {
    const id = await sampleDuty(bo);
    const future = { id, doneOn: addDays(TODAY, 1), how: "" };
    expect(await refusal(settleDuty(bo, future))).toMatchObject({ code: "INVALID" });
    await settleDuty(bo, { id, doneOn: TODAY, how: "Reviewed" });
    expect(await superuser.obligation.findUnique({ where: { id } })).toMatchObject({
      ...{ state: "done", closedOn: dayToColumn(TODAY), closedWhy: "Reviewed" },
    });
    expect(await refusal(settleDuty(bo, { ...future, doneOn: TODAY }))).toMatchObject({
      code: "CONFLICT",
    });
  });

  it("leaves the duty of an approval's end to the approval", async () => {
    const [{ id } = expect.fail()] = await openDuties();
    const error = await refusal(settleDuty(cai, { id, doneOn: TODAY, how: "" }));
    expect(error.message).toContain("closes by itself");
  });
});
