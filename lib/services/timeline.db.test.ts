import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, day, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { timelineView } from "../timeline/view";
import type { TimelineView } from "../timeline/view-query";
import { sampleAccessUnit, sampleApproval, sampleHolder } from "./sample-access";
import { refusal, sampleTeams } from "./sample-requests";
import { readTimeline } from "./timeline";

const TODAY = day("2026-11-22");
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
});

function viewOf(change: Partial<TimelineView> = {}): TimelineView {
  return { ...timelineView.parse({}), ...change };
}

/** What each group shows: its name, and of each entry what it is and when it holds. */
async function shown(change: Partial<TimelineView> = {}, actor = team.viewer) {
  const { groups } = await readTimeline(actor, viewOf(change));
  return groups.map(({ name, entries }) => [
    name,
    ...entries.map(({ kind, what, spans, due }) =>
      [kind, what, ...spans.map(({ from, before, end }) => `${from} ${before} ${end}`), due?.on]
        .filter(Boolean)
        .join(" ")
        .replaceAll(" null", ""),
    ),
  ]);
}

async function duty(subject: string, dueOn: Day, more: object = {}) {
  const { teamId, personId } = team.member;
  return superuser.obligation.create({
    data: {
      ...{ teamId, ownerId: personId, subject, kind: "team_task", dueOn: dayToColumn(dueOn) },
      ...{ what: subject, rule: "Agreed in May", source: "Our wiki", ...more },
    },
  });
}

describe("the timeline", () => {
  it("shows a personal approval under its holder, to the end of its last day", async () => {
    const unit = await sampleAccessUnit(superuser, "physionet", { title: "MIMIC" });
    await sampleApproval(superuser, team.lead, {
      ...{ archive: "physionet", unitId: unit.id, personId: team.member.personId },
      ...{ startsOn: "2026-03-14", endsOn: "2027-03-14" },
    });
    expect(await shown()).toEqual([
      [team.member.name, "access MIMIC v1.0 2026-03-14 2027-03-15 clock"],
    ]);
    expect(await shown({ group: "data" })).toEqual([
      ["MIMIC", "access MIMIC v1.0 2026-03-14 2027-03-15 clock"],
    ]);
    const [archive] = await shown({ group: "archive" });
    expect(archive?.[0]).toBe("PhysioNet");
  });

  it("shows a request's approval under whom it names in a function that opens data", async () => {
    const unit = await sampleAccessUnit(superuser, "dbgap", { title: "Heart" });
    await sampleApproval(superuser, team.lead, {
      ...{ archive: "dbgap", unitId: unit.id, startsOn: "2026-03-14" },
      people: [
        [team.member.personId, "pi"],
        [team.colleague.personId, "signing_official"],
      ],
    });
    const { groups } = await readTimeline(team.viewer, viewOf());
    expect(groups.map(({ name }) => name)).toEqual([team.member.name]);
    expect(groups[0]?.entries).toMatchObject([
      { isShared: true, holder: team.member.name, spans: [{ before: null, end: null }] },
    ]);
  });

  it("joins the renewals of an approval, and cuts what was taken back at its day", async () => {
    const unit = await sampleAccessUnit(superuser, "ega");
    const people = [[team.member.personId, "applicant"]] as const;
    const { grantId } = await sampleApproval(superuser, team.lead, {
      ...{ archive: "ega", unitId: unit.id, people, startsOn: "2025-12-01", endsOn: "2026-11-30" },
      ...{ endedOn: "2026-10-01", endedBy: "renewed" },
    });
    const old = await superuser.grant.findUniqueOrThrow({ where: { id: grantId } });
    const { id: _, ...copy } = old;
    await superuser.grant.create({
      data: {
        ...{ ...copy, decidedOn: dayToColumn(day("2026-10-01")), endedBy: "terminated" },
        ...{ startsOn: dayToColumn(day("2026-12-01")), endsOn: dayToColumn(day("2027-11-30")) },
        endedOn: dayToColumn(day("2027-02-01")),
      },
    });
    const [group] = (await readTimeline(team.viewer, viewOf())).groups;
    expect(group?.entries[0]?.spans).toMatchObject([
      { from: "2025-12-01", before: "2026-12-01", end: "replaced" },
      { from: "2026-12-01", before: "2027-02-01" },
    ]);
  });

  it("shows trainings from their first day, and accounts on demand", async () => {
    await sampleHolder(superuser, team.lead.teamId, team.member.personId, ["citi_data_only"]);
    const [plain] = await shown();
    expect(plain?.slice(1)).toEqual(["credential CITI Data or Specimens Only Research 2025-01-01"]);
    const [all] = await shown({ kinds: ["account"] });
    expect(all?.length).toBe(4);
  });

  it("shows agreements of the team apart, and under those whom they name", async () => {
    const { teamId, personId } = team.member;
    const agreement = await superuser.agreement.create({
      data: {
        ...{ teamId, archive: "ega", name: "Data access agreement", parties: [] },
        ...{ startsOn: dayToColumn(day("2026-01-01")), createdAt: team.lead.now },
      },
    });
    await superuser.agreementPerson.create({
      data: {
        ...{ teamId, personId, agreementId: agreement.id, function: "authorised_personnel" },
        ...{ startsOn: dayToColumn(day("2026-05-01")), endsOn: dayToColumn(day("2026-12-31")) },
      },
    });
    expect(await shown()).toEqual([
      [null, "agreement Data access agreement 2026-01-01"],
      [team.member.name, "agreement Data access agreement 2026-05-01 2027-01-01 closed"],
    ]);
  });

  it("shows duties with the mails that went and those to come", async () => {
    const due = await duty("Report", addDays(TODAY, 40));
    const { teamId, personId } = team.member;
    await superuser.notice.create({
      data: {
        ...{ teamId, personId, obligationId: due.id, key: `sent-${due.id}`, kind: "reminder" },
        ...{ toAddress: "ana@example.org", toName: "Ana", state: "sent", messageId: due.id },
        ...{ createdAt: team.lead.now, nextAttemptAt: team.lead.now },
        sentAt: new Date("2026-11-20T23:30:00Z"),
      },
    });
    const actor = { ...team.viewer, timeZone: "Asia/Kathmandu" };
    const [group] = (await readTimeline(actor, viewOf())).groups;
    const [first, ...rest] = group?.entries[0]?.due?.reminders ?? [];
    expect(first).toEqual({ on: "2026-11-21", isSent: true, to: ["Ana"] });
    expect(rest.length).toBeGreaterThan(0);
    for (const { on, isSent } of rest) expect([isSent, on > TODAY]).toEqual([false, true]);
    const [quiet] = (await readTimeline(actor, viewOf({ kinds: ["duty"] }))).groups;
    expect(quiet?.entries[0]?.due?.reminders).toEqual([]);
  });

  it("shows what touches the months that are asked for, and nothing else", async () => {
    await duty("in October", day("2026-10-31"));
    await duty("in November", day("2026-11-01"));
    await duty("in January", day("2027-01-31"));
    await duty("in February", day("2027-02-01"));
    const [group] = await shown({ zoom: "3m" });
    expect(group?.slice(1)).toEqual(["duty in November 2026-11-01", "duty in January 2027-01-31"]);
    const [before] = await shown({ zoom: "3m", from: day("2026-10-15") });
    expect(before?.slice(1)).toEqual(["duty in October 2026-10-31", "duty in November 2026-11-01"]);
    const [all] = await shown({ zoom: "all" });
    expect(all).toHaveLength(5);
  });

  it("is narrowed to one person, one data set, one archive", async () => {
    const units = {
      ega: await sampleAccessUnit(superuser, "ega"),
      physionet: await sampleAccessUnit(superuser, "physionet"),
    };
    for (const archive of ["ega", "physionet"] as const) {
      await sampleApproval(superuser, team.lead, {
        ...{ archive, unitId: units[archive].id, personId: team.member.personId },
      });
    }
    const count = async (change: Partial<TimelineView>, actor = team.viewer) =>
      (await shown(change, actor)).flatMap(([, ...entries]) => entries).length;
    expect(await count({})).toBe(2);
    expect(await count({ archive: "ega" })).toBe(1);
    expect(await count({ data: units.physionet.slug })).toBe(1);
    expect(await count({ data: units.physionet.slug, group: "data" })).toBe(1);
    expect(await count({ person: "me" })).toBe(0);
    expect(await count({ person: "me", group: "archive" }, team.member)).toBe(2);
  });

  it.each(["lead", "colleague", "member", "viewer"] as const)(
    "shows a %s the whole team's, and no other team's",
    async (who) => {
      const unit = await sampleAccessUnit(superuser, "physionet");
      for (const holder of [team.member, team.stranger]) {
        await sampleApproval(superuser, holder, {
          ...{ archive: "physionet", unitId: unit.id, personId: holder.personId },
        });
        await sampleHolder(superuser, holder.teamId, holder.personId);
      }
      await duty("ours", TODAY);
      for (const group of ["person", "data", "archive"] as const) {
        const theirs = await readTimeline(team.stranger, viewOf({ group }));
        const ours = await readTimeline(team[who], viewOf({ group }));
        const holders = (found: typeof ours) =>
          new Set(found.groups.flatMap(({ entries }) => entries.map(({ holder }) => holder)));
        expect(holders(ours)).toEqual(new Set([team.member.name]));
        expect(holders(theirs)).toEqual(new Set([team.stranger.name]));
      }
    },
  );

  it("shows so many rows of a kind in each group, those that end next, and says how many are left", async () => {
    for (let number = 1; number <= 26; number++) {
      await duty(`Report ${number}`, addDays(TODAY, number));
    }
    const other = { ownerId: team.lead.personId };
    await duty("Of somebody else", TODAY, other);
    const { groups } = await readTimeline(team.viewer, viewOf());
    const group = groups.find(({ name }) => name === team.member.name);
    expect([group?.entries.length, group?.hidden]).toEqual([24, 2]);
    expect(group?.entries.map(({ what }) => what)).not.toContain("Report 25");
    const { personId: person } = team.member;
    const [alone] = (await readTimeline(team.viewer, viewOf({ person }))).groups;
    expect([alone?.entries.length, alone?.hidden]).toEqual([26, 0]);
  });

  it("tells that a person of another team and an unknown data set do not exist", async () => {
    const foreign = readTimeline(team.lead, viewOf({ person: team.stranger.personId }));
    expect((await refusal(foreign)).code).toBe("NOT_FOUND");
    const unknown = readTimeline(team.lead, viewOf({ data: "no-such-set" }));
    expect((await refusal(unknown)).code).toBe("NOT_FOUND");
  });
});
