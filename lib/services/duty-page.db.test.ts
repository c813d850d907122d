import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayOf } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { snoozeDuty } from "./duty-attention";
import { getDuty } from "./duty-page";
import { type DutyChange, sampleDuty } from "./sample-duties";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW, type SampleTeam, sampleTeam } from "./sample-team";
import { setSchedule } from "./schedules";

const TODAY = dayOf(SAMPLE_NOW, "UTC");
const on = (days: number) => addDays(TODAY, days);
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let teams = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
});

const duty = (owner: Member, dueOn: Day, subject: string, change: DutyChange = {}) =>
  sampleDuty(superuser, owner, { dueOn, subject, ...change });

describe("the page of a duty", () => {
  it("tells each reader's days to come, and which level decided them", async () => {
    const id = await duty(team.member, on(40), "look");
    const set = (actor: Member, level: "person" | "team", leads: number[]) =>
      setSchedule(actor, {
        ...{ target: { level }, kind: "affiliation_check", version: 0, leads, after: "never" },
      });
    await set(team.lead, "team", [50, 20, 0]);
    await set(team.member, "person", [10]);
    await snoozeDuty(team.member, { id, until: on(35) });
    const { readers, myRest, quiet } = await getDuty(team.member, id);
    expect(quiet).toBeNull();
    expect(myRest).toBe(on(35));
    expect(readers).toMatchObject([
      {
        ...{ person: { id: team.member.personId }, reasons: ["owner"], level: "person" },
        ...{ days: [on(30)], restsUntil: on(35) },
      },
      {
        ...{ person: { id: team.lead.personId }, reasons: ["lead"], level: "team" },
        ...{ days: [on(20), on(40)], restsUntil: null },
      },
    ]);
  });

  it("of an overdue duty tells the next day after it", async () => {
    const id = await duty(team.lead, on(-3), "late");
    const { readers, state } = await getDuty(team.viewer, id);
    expect(state).toBe("overdue");
    expect(readers[0]?.days).toEqual([on(4)]);
  });

  it("of what is due by the hour tells no days ahead, since no schedule decides them", async () => {
    const dueAt = new Date(`${on(5)}T10:00:00Z`);
    const id = await duty(team.lead, on(5), "tell", { dueAt });
    const { readers, hours } = await getDuty(team.viewer, id);
    expect(hours).toEqual([24, 20, 12, 4]);
    expect(readers[0]?.days).toEqual([on(12)]);
  });

  it("of an approval's end says what the archive asks, that it closes by itself, and what was sent", async () => {
    const sample: SampleTeam = await sampleTeam(superuser, `pages-${++teams}`);
    const kind = "dbgap_renewal";
    await superuser.obligation.update({ where: { id: sample.obligationId }, data: { kind } });
    const found = await getDuty(sample.lead, sample.obligationId);
    expect(found).toMatchObject({ closesByItself: true, request: { number: 1 }, proof: null });
    expect(found.what).not.toBe("");
    expect(found.notices).toMatchObject([{ state: "failed", to: "ana@example.org" }]);
  });

  it("offers only what the reader may do", async () => {
    const id = await duty(team.lead, on(5), "look");
    const offers = async (actor: Member) => {
      const { mayAcknowledge, mayDrop } = await getDuty(actor, id);
      return [mayAcknowledge, mayDrop];
    };
    expect(await offers(team.colleague)).toEqual([true, true]);
    expect(await offers(team.member)).toEqual([true, false]);
    expect(await offers(team.viewer)).toEqual([false, false]);
  });

  it("is not there for other teams, nor for what is no id", async () => {
    const id = await duty(team.lead, on(5), "look");
    for (const [actor, asked] of [
      [team.stranger, id],
      [team.lead, "1' or '1'='1"],
    ] as const) {
      expect(await refusal(getDuty(actor, asked))).toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
