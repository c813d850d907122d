import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/prisma/client/client";
import { ARCHIVES, archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { bandOfEnd, bandOfWait, END_BANDS, nextMonths, WAIT_BANDS } from "../dashboard/bands";
import { type Day, dayFromColumn, daysBetween } from "../dates/day";
import { connect, db, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import { durationsOf, spreadOf } from "../requests/durations";
import { findLifecycle, summarise } from "../requests/lifecycle";
import { responsiblePersons } from "../requests/responsible";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { listDurations } from "./durations";
import { countMyMoves } from "./my-moves";
import { listMyMoves } from "./requests";
import { samplePortfolio } from "./sample-portfolio";
import { sampleTeams } from "./sample-requests";
import { getTeamOverview } from "./team-overview";

let superuser: PrismaClient;
let us: Awaited<ReturnType<typeof sampleTeams>>;
let today: Day;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl));
  us = await sampleTeams(superuser);
  today = todayFor(us.lead);
  await samplePortfolio(superuser, [us.lead, us.colleague, us.member, us.viewer], { size: 400 });
  await samplePortfolio(superuser, [us.stranger], { size: 60, seed: 7 });
});

afterAll(() => Promise.all([superuser.$disconnect(), db().$disconnect()]));

/** Every request of a team with where it stands by the rules: the second method. */
async function standings({ teamId }: Member) {
  const requests = await superuser.request.findMany({
    where: { teamId },
    orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
    include: {
      people: true,
      items: { orderBy: { position: "asc" } },
      grants: { where: { endedOn: null } },
    },
  });
  return requests.map((request) => {
    const archive = archiveByCode(request.archive);
    if (!archive) throw new Error("There is no such archive");
    const items = request.items.map((item) => ({
      ...item,
      stepSince: dayFromColumn(item.stepSince),
    }));
    const standing = summarise(findLifecycle(archive, request.lifecycle), items);
    const people = request.people as { personId: string; function: PersonFunction }[];
    const movers = items
      .filter(({ step }) => step === standing.step.id)
      .flatMap(({ personId }) =>
        responsiblePersons({ waitingOn: standing.waitingOn, personId }, { ...request, people }),
      );
    return { ...request, standing, movers: new Set(movers) };
  });
}

describe("the requests whose next move is somebody's", () => {
  it.each(["lead", "colleague", "member", "viewer"] as const)(
    "are those that the rules name for the %s, however many there are",
    async (role) => {
      const who = us[role];
      const told = (await standings(who)).filter(({ movers }) => movers.has(who.personId));
      expect(told.length).toBeGreaterThan(20);
      const found = await listMyMoves(who, 1000);
      expect(found.map(({ number }) => number)).toEqual(told.map(({ number }) => number));
      expect(found.every(({ isMyMove }) => isMyMove)).toBe(true);
      expect(await countMyMoves(who)).toBe(told.length);
      expect((await listMyMoves(who, 3)).map(({ number }) => number)).toEqual(
        told.slice(0, 3).map(({ number }) => number),
      );
    },
  );
});

describe("the overview of a team", () => {
  it.each(["lead", "viewer", "stranger"] as const)(
    "counts each request of the team once, where it stands, for the %s",
    async (role) => {
      const told = await standings(us[role]);
      const { pipeline } = await getTeamOverview(us[role]);
      expect(pipeline.reduce((sum, { requests }) => sum + requests, 0)).toBe(told.length);
      for (const step of pipeline) {
        const own = told.filter(
          ({ archive, standing }) =>
            archive === step.archive &&
            standing.step.label === step.label &&
            standing.status === step.status,
        );
        const days = own.map(({ standing }) => standing.waitingSince ?? today).toSorted();
        expect([step.requests, step.since]).toEqual([own.length, days[0]]);
      }
    },
  );

  it("counts requests by when the first of their approvals ends", async () => {
    const { ends } = await getTeamOverview(us.member);
    const firsts = (await standings(us.member)).flatMap(({ grants }) => {
      const days = grants.flatMap(({ endsOn }) => (endsOn ? [dayFromColumn(endsOn)] : []));
      return days.toSorted().slice(0, 1);
    });
    for (const { id } of END_BANDS) {
      expect(ends[id]).toBe(firsts.filter((end) => bandOfEnd(end, today) === id).length);
    }
    expect(Object.values(ends).every((count) => count > 0)).toBe(true);
  });

  it("counts approvals by the month in which they end", async () => {
    const { months } = await getTeamOverview(us.viewer);
    expect(months.map(({ month }) => month)).toEqual(nextMonths(today));
    const ends = (await standings(us.viewer)).flatMap(({ archive, grants }) =>
      grants.flatMap(({ endsOn }) => (endsOn ? [{ archive, on: dayFromColumn(endsOn) }] : [])),
    );
    for (const { month, byArchive } of months) {
      for (const { code } of ARCHIVES) {
        const own = ends.filter(
          ({ archive, on }) =>
            archive === code && on >= today && on.slice(0, 7) === month.slice(0, 7),
        );
        expect(byArchive[code] ?? 0).toBe(own.length);
      }
    }
  });

  it("says on whom the requests wait, and for how long", async () => {
    const { waiting } = await getTeamOverview(us.lead);
    const told = (await standings(us.lead)).filter(
      ({ standing }) => standing.waitingOn !== "nobody",
    );
    expect(waiting.reduce((sum, { requests }) => sum + requests, 0)).toBe(told.length);
    for (const { party, requests, bands, median, longest } of waiting) {
      const own = told.filter(({ standing }) => standing.waitingOn === party);
      const since = own.map(({ standing }) => standing.waitingSince ?? today);
      const days = since.map((each) => daysBetween(each, today)).toSorted((a, b) => a - b);
      expect([requests, longest]).toEqual([own.length, days.at(-1)]);
      expect(median).toBe(
        ((days[Math.floor((days.length - 1) / 2)] ?? 0) +
          (days[Math.ceil((days.length - 1) / 2)] ?? 0)) /
          2,
      );
      for (const { id } of WAIT_BANDS) {
        expect(bands[id]).toBe(since.filter((each) => bandOfWait(each, today) === id).length);
      }
    }
  });

  it("says how long access took, and nothing but the number below five", async () => {
    const stays = await superuser.itemStep.findMany({
      where: { teamId: us.lead.teamId },
      orderBy: { id: "asc" },
    });
    const requests = new Map((await standings(us.lead)).map((request) => [request.id, request]));
    const told = durationsOf(
      stays.map((stay) => ({
        ...stay,
        archive: requests.get(stay.requestId)?.archive ?? "",
        lifecycle: requests.get(stay.requestId)?.lifecycle ?? "",
        enteredOn: dayFromColumn(stay.enteredOn),
        leftOn: stay.leftOn && dayFromColumn(stay.leftOn),
      })),
    );
    const seen = await listDurations(us.viewer);
    expect(seen.length).toBeGreaterThan(3);
    for (const { lifecycle, steps, total } of seen) {
      const own = told.find((each) => each.lifecycle === lifecycle);
      expect({ steps, total }).toEqual({ steps: own?.steps, total: own?.total });
    }
    const { timeToAccess } = await getTeamOverview(us.lead);
    for (const { lifecycle, total } of timeToAccess) {
      expect(total).toEqual(seen.find((each) => each.lifecycle === lifecycle)?.total);
    }
    expect(timeToAccess.some(({ total }) => total.quartiles !== null)).toBe(true);
    expect(spreadOf([1, 2, 3, 4]).quartiles).toBeNull();
  });

  it("is empty for a team that has asked for nothing", async () => {
    const nobody = await sampleTeams(superuser);
    const overview = await getTeamOverview(nobody.lead);
    expect(overview).toMatchObject({ pipeline: [], waiting: [], timeToAccess: [] });
    expect(Object.values(overview.ends)).toEqual([0, 0, 0, 0, 0]);
  });
});
