import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, dayOf, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { ScheduleTarget, SetSchedule } from "../reminders/schedule-forms";
import { getEscalation, setEscalation } from "./escalation";
import { listHistory } from "./history";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW } from "./sample-team";
import { listSchedules, resetSchedule, setSchedule } from "./schedules";

const TODAY = dayOf(SAMPLE_NOW, "UTC");
const LATER = new Date("2027-01-01T00:00:00Z");
const KIND = "agreement_end";
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let agreementId: string;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
  const { teamId } = team.lead;
  const startsOn = dayToColumn(TODAY);
  const data = { teamId, archive: "ega", name: "DAA", startsOn, createdAt: SAMPLE_NOW };
  ({ id: agreementId } = await superuser.agreement.create({ data }));
});

function form(target: ScheduleTarget, change: Partial<SetSchedule> = {}): SetSchedule {
  return { target, kind: KIND, version: 0, leads: [30, 7], after: "weekly", ...change };
}

const levels = (): ScheduleTarget[] => [
  { level: "person" },
  { level: "team" },
  { level: "agreement", agreementId },
  { level: "archive", archive: "ega" },
];

/** A duty of each combination, and which of them planning looks at again after some work. */
async function lookedAt(work: () => Promise<unknown>): Promise<string[]> {
  const { teamId, personId } = team.lead;
  const shared = { teamId, ownerId: personId, rule: "r", source: "s", nextPlanAt: LATER };
  const dueOn = dayToColumn(addDays(TODAY, 200));
  const rows = [
    { subject: "plain", kind: KIND },
    { subject: "other kind", kind: "affiliation_check" },
    { subject: "of archive", kind: KIND, archive: "ega" },
    { subject: "of agreement", kind: KIND, archive: "ega", agreementId },
    { subject: "closed", kind: KIND, state: "done" as const },
  ];
  await superuser.obligation.createMany({
    data: rows.map((row) => ({ ...shared, dueOn, ...row })),
  });
  await work();
  const anew = await superuser.obligation.findMany({
    where: { teamId, nextPlanAt: new Date(0) },
    orderBy: { id: "asc" },
  });
  return anew.map(({ subject }) => subject).sort();
}

describe("a schedule", () => {
  it("is set, changed and taken back on each level, and kept apart from the others", async () => {
    for (const target of levels()) {
      expect(await setSchedule(team.lead, form(target))).toMatchObject({ version: 1 });
    }
    const [first] = levels();
    const change = form(first ?? { level: "team" }, { version: 1, leads: [1], after: "never" });
    expect(await setSchedule(team.lead, change)).toMatchObject({ leads: [1], version: 2 });
    expect(await listSchedules(team.lead)).toHaveLength(4);
    for (const target of levels().slice(1)) {
      await resetSchedule(team.lead, { target, kind: KIND, version: 1 });
      await resetSchedule(team.lead, { target, kind: KIND, version: 1 });
    }
    expect(await listSchedules(team.lead)).toMatchObject([{ level: "person", after: "never" }]);
    const history = await listHistory(team.lead);
    const actions = history.map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith("schedule.")).sort()).toEqual([
      ...Array(3).fill("schedule.reset"),
      ...Array(5).fill("schedule.set"),
    ]);
  });

  it("of a person is theirs to see and set, everything else for organisers to set", async () => {
    await setSchedule(team.viewer, form({ level: "person" }));
    await setSchedule(team.colleague, form({ level: "team" }));
    expect((await listSchedules(team.viewer)).map(({ level }) => level)).toEqual([
      ...["person", "team"],
    ]);
    expect((await listSchedules(team.lead)).map(({ level }) => level)).toEqual(["team"]);
    for (const target of levels().slice(1)) {
      for (const actor of [team.member, team.viewer]) {
        expect(await refusal(setSchedule(actor, form(target)))).toMatchObject({
          code: "FORBIDDEN",
        });
        expect(
          await refusal(resetSchedule(actor, { target, kind: KIND, version: 1 })),
        ).toMatchObject({ code: "FORBIDDEN" });
      }
    }
    expect(await listSchedules(team.stranger)).toEqual([]);
  });

  it("that two set at once is taken from the first; the second is shown it", async () => {
    const target = { level: "team" } as const;
    const tries = await Promise.allSettled([
      setSchedule(team.lead, form(target, { leads: [5] })),
      setSchedule(team.colleague, form(target, { leads: [6] })),
    ]);
    const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([
      { code: "CONFLICT", options: { details: { current: { version: 1 } } } },
    ]);
    const stale = { target, kind: KIND, version: 7 };
    expect(await refusal(resetSchedule(team.lead, stale))).toMatchObject({ code: "CONFLICT" });
  });

  it("names an archive, an agreement and a kind that there are", async () => {
    const nowhere: SetSchedule[] = [
      form({ level: "archive", archive: "nowhere" }),
      form({ level: "agreement", agreementId: "0199b8a1-0000-7000-8000-000000000001" }),
      form({ level: "team" }, { kind: "no_such_kind" }),
    ];
    for (const input of nowhere) {
      expect(await refusal(setSchedule(team.lead, input))).toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it.each([
    ["a kind, for the team", { level: "team" }, KIND, ["of agreement", "of archive", "plain"]],
    ["every kind", { level: "team" }, "", ["of agreement", "of archive", "other kind", "plain"]],
    ["an archive", { level: "archive", archive: "ega" }, KIND, ["of agreement", "of archive"]],
  ] as const)(
    "of %s has planning look anew at what it can touch",
    async (_, target, kind, subjects) => {
      expect(await lookedAt(() => setSchedule(team.lead, form(target, { kind })))).toEqual(
        subjects,
      );
    },
  );

  it("of an agreement has planning look anew at its duties, also when it is taken back", async () => {
    const target = { level: "agreement", agreementId } as const;
    await setSchedule(team.lead, form(target));
    const work = () => resetSchedule(team.lead, { target, kind: KIND, version: 1 });
    expect(await lookedAt(work)).toEqual(["of agreement"]);
  });

  it("that makes no sense is refused by the database too", async () => {
    const row = { teamId: team.lead.teamId, after: "weekly", updatedAt: SAMPLE_NOW };
    for (const wrong of [
      { ...row, level: "team", leads: [366] },
      { ...row, level: "team", leads: [-1] },
      { ...row, level: "team", leads: [1], after: "hourly" },
      { ...row, level: "person", leads: [1] },
      { ...row, level: "team", archive: "ega", leads: [1] },
    ]) {
      await expect(superuser.schedule.create({ data: wrong })).rejects.toThrow(/Schedule_/);
    }
  });
});

describe("whom a team turns to", () => {
  it("is nobody after a week until a lead says otherwise", async () => {
    expect(await getEscalation(team.viewer)).toEqual({
      ...{ secondContact: null, afterDays: 7, version: 0 },
    });
    const secondContactId = team.member.personId;
    const input = { secondContactId, afterDays: 3, version: 0 };
    for (const actor of [team.colleague, team.member, team.viewer]) {
      expect(await refusal(setEscalation(actor, input))).toMatchObject({ code: "FORBIDDEN" });
    }
    const set = await setEscalation(team.lead, input);
    expect(set).toMatchObject({ secondContact: { name: team.member.name }, version: 1 });
    expect(await refusal(setEscalation(team.lead, input))).toMatchObject({
      ...{ code: "CONFLICT", options: { details: { current: set } } },
    });
    const back = { secondContactId: null, afterDays: 90, version: 1 };
    expect(await setEscalation(team.lead, back)).toMatchObject({ secondContact: null, version: 2 });
  });

  it("is not somebody who left, nor of another team", async () => {
    const left = {
      endsOn: dayToColumn(addDays(TODAY, -1)),
      startsOn: dayToColumn(addDays(TODAY, -9)),
    };
    await superuser.person.update({ where: { id: team.viewer.personId }, data: left });
    const set = (secondContactId: string) =>
      setEscalation(team.lead, { secondContactId, afterDays: 7, version: 0 });
    expect(await refusal(set(team.viewer.personId))).toMatchObject({ code: "INVALID" });
    expect(await refusal(set(team.stranger.personId))).toMatchObject({ code: "NOT_FOUND" });
  });

  it("has all open duties planned anew", async () => {
    const input = { secondContactId: null, afterDays: 1, version: 0 };
    expect(await lookedAt(() => setEscalation(team.lead, input))).toHaveLength(4);
  });
});
