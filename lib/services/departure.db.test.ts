import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { isOpen } from "../readiness/verdict";
import type { Member } from "../team/actor";
import { personAccess } from "./access";
import { previewDeparture, recordDeparture } from "./departure";
import { listPeople } from "./people";
import {
  type DepartureStory,
  departureStory,
  LAST_DAY,
  namingAgreement,
  ownDuty,
  recordInput,
  TODAY,
} from "./sample-departure";
import { refusal } from "./sample-requests";
import { type SampleTeam, sampleTeam } from "./sample-team";

let superuser: PrismaClient;
let story: DepartureStory;
let ana: Member;
let bo: Member;
let cai: Member;
let team: SampleTeam;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  story = await departureStory(superuser, `leave-${++teams}`);
  ({ ana, bo, cai, team } = story);
});

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
    const { lapses, duties, handOver, candidates } = await story.preview();
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
    await story.preview();
    await story.preview(addDays(TODAY, -1)).catch(() => null);
    expect(await rowCounts()).toEqual(before);
  });

  it("the preview names the open copies that the person put somewhere, and changes with them", async () => {
    const { planHash } = await story.preview();
    const copy = { teamId: team.teamId, requestId: team.requestId, createdAt: ana.now };
    const lies = { kind: "model", placeKind: "server", place: "gpu1", putOn: dayToColumn(TODAY) };
    for (const [what, putById] of [
      ["Weights", ana.personId],
      ["Of another", bo.personId],
    ] as const) {
      await superuser.dataCopy.create({ data: { ...copy, ...lies, what, putById } });
    }
    const preview = await story.preview();
    expect(preview.copies).toMatchObject([{ what: "Weights", place: "gpu1", number: team.number }]);
    expect(preview.planHash).not.toBe(planHash);
  });

  it("the preview refuses a last day before the first", async () => {
    expect(await refusal(story.preview(addDays(TODAY, -1)))).toMatchObject({
      code: "INVALID",
      options: { field: "lastDay" },
    });
  });

  it("only organisers look and record", async () => {
    for (const actor of [bo, { ...bo, role: "viewer" } as Member]) {
      const input = { personId: ana.personId, lastDay: LAST_DAY };
      expect(await refusal(previewDeparture(actor, input))).toMatchObject({ code: "FORBIDDEN" });
      const seen = recordInput(await story.preview(), cai);
      expect(await refusal(recordDeparture(actor, seen))).toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("recording", () => {
  it("does exactly what the preview showed", async () => {
    const seen = await story.preview();
    await recordDeparture(cai, recordInput(seen, cai));
    const stored = (await story.openDuties()).filter(({ personId }) => personId === ana.personId);
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
    expect(await story.actions()).toEqual(
      expect.arrayContaining(["departure.recorded", "request.handedOver", "obligation.opened"]),
    );
    const people = await listPeople(cai);
    expect(people.find(({ id }) => id === ana.personId)).toMatchObject({ endsOn: LAST_DAY });
  });

  it("puts requests, their duties and what follows into the chosen hands", async () => {
    await story.leave();
    const request = await superuser.request.findUniqueOrThrow({ where: { id: team.requestId } });
    expect(request.ownerId).toBe(cai.personId);
    const duties = await story.openDuties();
    expect(duties).toHaveLength(4);
    expect(new Set(duties.map(({ ownerId }) => ownerId))).toEqual(new Set([cai.personId]));
    for (const on of [TODAY, LAST_DAY, addDays(LAST_DAY, 1), addDays(LAST_DAY, 400)]) {
      expect(await orphans(on)).toEqual([]);
    }
  });

  it("is done once when it is sent twice, also at once", async () => {
    const input = recordInput(await story.preview(), cai);
    await Promise.all([recordDeparture(cai, input), recordDeparture(cai, input)]);
    await recordDeparture(cai, input);
    expect(
      (await story.actions()).filter((action) => action === "departure.recorded"),
    ).toHaveLength(1);
    expect(await story.openDuties()).toHaveLength(4);
  });

  it("is refused when anything changed since, and shows the list as it is now", async () => {
    const seen = await story.preview();
    await superuser.requestPerson.create({
      data: {
        ...{ teamId: team.teamId, requestId: team.requestId, personId: cai.personId },
        function: "downloader",
      },
    });
    const passing = await ownDuty(superuser, ana);
    const error = await refusal(recordDeparture(cai, recordInput(seen, cai)));
    expect(error.code).toBe("CONFLICT");
    const { current } = error.options.details as { current: typeof seen };
    expect(current.handOver.map(({ id }) => id)).toContain(passing);
    expect(await story.actions()).not.toContain("departure.recorded");
  });

  it("is refused with a sentence when something would be left without an owner", async () => {
    const seen = await story.preview();
    const nobody = await refusal(recordDeparture(cai, { ...recordInput(seen, cai), handOver: {} }));
    expect(nobody).toMatchObject({
      code: "INVALID",
      message: "Choose who takes over GB-1; without that nobody would look after it.",
      options: { field: `handOver.${team.requestId}` },
    });
    const herself = await refusal(recordDeparture(cai, recordInput(seen, ana)));
    expect(herself.message).toContain("must be on the team today and after 31 Mar 2027");
    expect(await orphans(addDays(LAST_DAY, 1))).toEqual([]);
  });

  it("takes over nothing into the hands of somebody of another team", async () => {
    const other = await sampleTeam(superuser, `leave-${++teams}`);
    const seen = recordInput(await story.preview(), other.lead);
    expect(await refusal(recordDeparture(cai, seen))).toMatchObject({ code: "INVALID" });
  });
});

describe("what lies apart from requests", () => {
  it("single duties pass on, and agreements end the naming and tell the committee within 30 days", async () => {
    const duty = await ownDuty(superuser, bo);
    const agreement = await namingAgreement(superuser, bo);
    const seen = await story.preview(LAST_DAY, bo);
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
    await recordDeparture(cai, recordInput(seen, cai));
    const naming = await superuser.agreementPerson.findFirstOrThrow({
      where: { agreementId: agreement },
    });
    expect(naming.endsOn).toEqual(dayToColumn(LAST_DAY));
    const rows = await story.openDuties();
    expect(rows.find(({ id }) => id === duty)?.ownerId).toBe(cai.personId);
    expect(rows.find(({ kind }) => kind === "ega_staff_change")).toMatchObject({
      ...{ requestId: null, ownerId: cai.personId, personId: bo.personId },
      subject: `departure:${bo.personId}:${agreement}`,
    });
    // The project's own duties lie with whoever owns the request.
    expect(rows.find(({ kind }) => kind === "dbgap_copies")?.ownerId).toBe(ana.personId);
    expect(await story.actions()).toContain("obligation.handedOver");
  });
});
