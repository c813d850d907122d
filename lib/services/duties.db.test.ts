import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { addDays, type Day, dayOf, dayToColumn } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { dropDuty, reopenDuty, settleDuty } from "./duties";
import { acknowledgeDuty, snoozeDuty, wakeDuty } from "./duty-attention";
import { attachProof } from "./evidence";
import { listHistory } from "./history";
import { sampleDuty } from "./sample-duties";
import { refusal, sampleTeams } from "./sample-requests";
import { SAMPLE_NOW, sampleMember } from "./sample-team";

const TODAY = dayOf(SAMPLE_NOW, "UTC");
const DUE = addDays(TODAY, 20);
const LOOKED_AT = new Date("2026-11-30T00:00:00Z");
let superuser: PrismaClient;
let team: Awaited<ReturnType<typeof sampleTeams>>;
let made = 0;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl);
  setDb(connect(database.appUrl));
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

beforeEach(async () => {
  team = await sampleTeams(superuser);
});

function dutyOf(owner: Member, change: { dueOn?: Day; subject?: string } = {}) {
  const { dueOn = DUE, subject = `cause-${++made}` } = change;
  const more = { what: "Look.", nextPlanAt: LOOKED_AT };
  return sampleDuty(superuser, owner, { dueOn, subject, ...more });
}

const stored = (id: string) => superuser.obligation.findUniqueOrThrow({ where: { id } });
const done = (id: string) => ({ id, doneOn: TODAY, how: "By mail" });
const why = "It was a mistake";

/** The lines of history of a duty, newest first: who did what. */
async function historyOf(id: string): Promise<[string, string][]> {
  const lines = await listHistory(team.lead, { subjectId: id });
  return lines.map(({ actorName, action }) => [actorName, action]);
}

async function away(who: Member, standIn: Member, from = TODAY, to = TODAY) {
  await superuser.standIn.create({
    data: {
      ...{ teamId: who.teamId, personId: who.personId, standInId: standIn.personId },
      ...{ startsOn: dayToColumn(from), endsOn: dayToColumn(to), createdAt: SAMPLE_NOW },
    },
  });
}

async function paper(owner: Member): Promise<string> {
  const { id } = await superuser.document.create({
    data: {
      ...{ id: randomUUID(), teamId: owner.teamId, name: "letter.pdf", size: 1 },
      type: "application/pdf",
      ...{ sha256: "0".repeat(64), uploadedBy: owner.name, createdAt: SAMPLE_NOW },
    },
  });
  return id;
}

describe("recording that a duty was done", () => {
  it("keeps who, when, how and the paper, and has calendars and planning look anew", async () => {
    const id = await dutyOf(team.member);
    const documentId = await paper(team.member);
    await settleDuty(team.member, { ...done(id), documentId });
    expect(await stored(id)).toMatchObject({
      ...{ state: "done", closedBy: team.member.name, closedWhy: "By mail", documentId },
      ...{ closedOn: dayToColumn(TODAY), revision: 2, nextPlanAt: new Date(0) },
    });
    expect(await historyOf(id)).toEqual([[team.member.name, "obligation.closed"]]);
  });

  it("is done without a paper too, which may be added later and by colleagues", async () => {
    const id = await dutyOf(team.member);
    const documentId = await paper(team.lead);
    const proof = { kind: "duty", id, documentId } as const;
    expect(await refusal(attachProof(team.colleague, proof))).toMatchObject({ code: "NOT_FOUND" });
    await settleDuty(team.member, done(id));
    await attachProof(team.colleague, proof);
    expect(await stored(id)).toMatchObject({ documentId });
  });

  it("happens once, also when two do it at the same moment", async () => {
    const id = await dutyOf(team.member);
    const tries = await Promise.allSettled([
      settleDuty(team.member, done(id)),
      settleDuty(team.lead, done(id)),
    ]);
    const refused = tries.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "CONFLICT" } }]);
    expect(await historyOf(id)).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ revision: 2 });
  });

  it("is refused to viewers, for days to come and with papers that are gone", async () => {
    const id = await dutyOf(team.member);
    expect(await refusal(settleDuty(team.viewer, done(id)))).toMatchObject({ code: "FORBIDDEN" });
    const early = { ...done(id), doneOn: addDays(TODAY, 1) };
    expect(await refusal(settleDuty(team.lead, early))).toMatchObject({ code: "INVALID" });
    const documentId = await paper(team.lead);
    const gone = { deletedAt: SAMPLE_NOW, deletedBy: "Ana", deletedWhy: "Wrong" };
    await superuser.document.update({ where: { id: documentId }, data: gone });
    expect(await refusal(settleDuty(team.lead, { ...done(id), documentId }))).toMatchObject({
      ...{ code: "INVALID", options: { field: "documentId" } },
    });
    expect(await stored(id)).toMatchObject({ state: "open", revision: 1 });
  });
});

describe("a duty that does not apply, or was not done", () => {
  it.each(["not_applicable", "missed"] as const)("is closed as %s with the reason", async (as) => {
    const id = await dutyOf(team.member);
    await dropDuty(team.member, { id, as, why });
    expect(await stored(id)).toMatchObject({
      ...{ state: as, closedBy: team.member.name, closedWhy: why, closedOn: dayToColumn(TODAY) },
    });
    expect(await refusal(dropDuty(team.lead, { id, as, why }))).toMatchObject({ code: "CONFLICT" });
  });

  it("is closed by its owner, those who organise and whoever stands in, by nobody else", async () => {
    const drop = (actor: Member, id: string) => dropDuty(actor, { id, as: "missed", why });
    const other = await sampleMember(superuser, team.lead.teamId, "member");
    const [mine, ours, hers] = [
      await dutyOf(team.member),
      await dutyOf(team.member),
      await dutyOf(team.member),
    ];
    expect(await refusal(drop(team.viewer, mine))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(drop(other, mine))).toMatchObject({ code: "FORBIDDEN" });
    await drop(team.colleague, ours);
    await away(team.member, other);
    await drop(other, hers);
    const both = `${other.name} for ${team.member.name}`;
    expect(await stored(hers)).toMatchObject({ closedBy: both });
    expect(await historyOf(hers)).toEqual([[both, "obligation.closed"]]);
  });
});

describe("standing in", () => {
  it("is named only during the absence, and only for what lies with who is away", async () => {
    await away(team.lead, team.member, addDays(TODAY, -5), addDays(TODAY, -1));
    await away(team.colleague, team.member);
    const [before, theirs] = [await dutyOf(team.lead), await dutyOf(team.colleague)];
    await settleDuty(team.member, done(before));
    await acknowledgeDuty(team.member, { id: theirs });
    expect(await stored(before)).toMatchObject({ closedBy: team.member.name });
    const both = `${team.member.name} for ${team.colleague.name}`;
    expect(await stored(theirs)).toMatchObject({ acknowledgedBy: both });
  });

  it("counts its days where the one who stands in is", async () => {
    const inMelbourne = {
      ...team.member,
      timeZone: "Australia/Melbourne",
      now: new Date("2026-11-22T20:00:00Z"),
    };
    await away(team.lead, team.member, addDays(TODAY, 1), addDays(TODAY, 1));
    const id = await dutyOf(team.lead);
    await acknowledgeDuty(inMelbourne, { id });
    expect(await stored(id)).toMatchObject({
      acknowledgedBy: `${team.member.name} for ${team.lead.name}`,
    });
  });
});

describe("opening a duty again", () => {
  it("clears how it was closed and who saw to it", async () => {
    const id = await dutyOf(team.member);
    await acknowledgeDuty(team.member, { id });
    await settleDuty(team.member, done(id));
    expect(await refusal(reopenDuty(team.member, { id, why }))).toMatchObject({
      code: "FORBIDDEN",
    });
    await reopenDuty(team.colleague, { id, why });
    expect(await stored(id)).toMatchObject({
      ...{ state: "open", closedOn: null, closedWhy: null, closedBy: null, documentId: null },
      ...{ acknowledgedAt: null, acknowledgedBy: null, revision: 4, nextPlanAt: new Date(0) },
    });
    expect((await historyOf(id))[0]).toEqual([team.colleague.name, "obligation.reopened"]);
    expect(await refusal(reopenDuty(team.lead, { id, why }))).toMatchObject({ code: "CONFLICT" });
  });

  it("is refused for what Gatebook closed by itself, and where a newer one is open", async () => {
    const closed = {
      state: "not_applicable",
      closedOn: dayToColumn(TODAY),
      closedWhy: "x",
    } as const;
    const byItself = await dutyOf(team.member);
    await superuser.obligation.update({ where: { id: byItself }, data: closed });
    expect((await refusal(reopenDuty(team.lead, { id: byItself, why }))).message).toContain(
      "by itself",
    );
    const id = await dutyOf(team.member, { subject: "same" });
    await settleDuty(team.member, done(id));
    await dutyOf(team.member, { subject: "same", dueOn: addDays(DUE, 365) });
    expect((await refusal(reopenDuty(team.lead, { id, why }))).message).toContain("newer");
  });
});

describe("saying that one sees to a duty", () => {
  it("is kept once, passes to a colleague who says so, and is refused to viewers", async () => {
    const id = await dutyOf(team.member);
    await acknowledgeDuty(team.member, { id });
    await acknowledgeDuty(team.member, { id });
    expect(await stored(id)).toMatchObject({ acknowledgedBy: team.member.name, revision: 2 });
    await acknowledgeDuty(team.lead, { id });
    expect(await stored(id)).toMatchObject({ acknowledgedBy: team.lead.name });
    expect(await historyOf(id)).toHaveLength(2);
    expect(await refusal(acknowledgeDuty(team.viewer, { id }))).toMatchObject({
      code: "FORBIDDEN",
    });
    await settleDuty(team.lead, done(id));
    expect(await refusal(acknowledgeDuty(team.member, { id }))).toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("letting reminders rest", () => {
  const snooze = (actor: Member, id: string, until: Day) => snoozeDuty(actor, { id, until });
  const rests = (obligationId: string) => superuser.snooze.findMany({ where: { obligationId } });

  it("counts for the one who asks, until the due day at the latest", async () => {
    const id = await dutyOf(team.member);
    await snooze(team.viewer, id, addDays(TODAY, 1));
    await snooze(team.member, id, DUE);
    await snooze(team.member, id, DUE);
    expect(await rests(id)).toHaveLength(2);
    expect(await historyOf(id)).toHaveLength(2);
    expect(await stored(id)).toMatchObject({ nextPlanAt: new Date(0) });
    for (const until of [TODAY, addDays(DUE, 1)]) {
      expect(await refusal(snooze(team.member, id, until))).toMatchObject({
        ...{ code: "INVALID", options: { field: "until" } },
      });
    }
    await wakeDuty(team.member, { id });
    await wakeDuty(team.member, { id });
    expect(await rests(id)).toMatchObject([{ personId: team.viewer.personId }]);
    expect((await historyOf(id))[0]).toEqual([team.member.name, "obligation.woken"]);
    expect(await historyOf(id)).toHaveLength(3);
  });

  it("past the due day is refused by the database too, also where a rest is made longer", async () => {
    const obligationId = await dutyOf(team.member);
    const { teamId, personId } = team.member;
    const rest = { teamId, obligationId, personId, createdAt: SAMPLE_NOW };
    const late = dayToColumn(addDays(DUE, 1));
    const refused = "cannot rest past its due day";
    await expect(superuser.snooze.create({ data: { ...rest, until: late } })).rejects.toThrow(
      refused,
    );
    await superuser.snooze.create({ data: { ...rest, until: dayToColumn(DUE) } });
    const where = { obligationId_personId: { obligationId, personId } };
    await expect(superuser.snooze.update({ where, data: { until: late } })).rejects.toThrow(
      refused,
    );
  });
});
