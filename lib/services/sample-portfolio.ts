import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { addDays, type Day, dayToColumn } from "../dates/day";
import { summarise } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";

/** Numbers below `n`, the same ones each time for one seed (a linear congruence). */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const FUNCTIONS = ["pi", "signing_official", "legal_representative", "downloader", "applicant"];

/**
 * For tests: so many requests of all archives in a team, each with one to three items at any step,
 * with people, approvals and the stays that led there. The same each time for one seed.
 * @param people of the team, who own requests and do this and that on them
 */
export async function samplePortfolio(
  client: PrismaClient,
  people: readonly Member[],
  { size, seed = 1, units: perArchive = 3 }: { size: number; seed?: number; units?: number },
): Promise<void> {
  const roll = dice(seed);
  const [first] = people;
  if (!first) throw new Error("Nobody to own the requests");
  const units = await sampleUnits(client, perArchive);
  const made = Array.from({ length: size }, (_, at) => {
    const owner = people[roll(people.length)] ?? first;
    return sampleRequestRows(roll, { owner, people, units, number: at + 1 });
  });
  const all = <Key extends keyof (typeof made)[number]>(key: Key) => made.map((each) => each[key]);
  await inParts(all("request"), (data) => client.request.createMany({ data }));
  await inParts(all("functions").flat(), (data) => client.requestPerson.createMany({ data }));
  await inParts(all("items").flat(), (data) => client.requestItem.createMany({ data }));
  await inParts(all("cycle"), (data) => client.cycle.createMany({ data }));
  await inParts(all("grants").flat(), (data) => client.grant.createMany({ data }));
  await inParts(all("stays").flat(), (data) => client.itemStep.createMany({ data }));
}

/** So many units of each archive, in data sets of their own. */
async function sampleUnits(client: PrismaClient, perArchive: number) {
  const units = new Map<string, string[]>();
  for (const { code: archive } of ARCHIVES) {
    const about = {
      archive,
      accessClass: "controlled",
      landingUrl: "https://example.org",
    } as const;
    const made = Array.from({ length: perArchive }, () => {
      const [id, code] = [randomUUID(), `portfolio-${randomUUID()}`];
      return { ...about, id, datasetId: id, code };
    });
    await client.dataset.createMany({
      data: made.map(({ id, code }) => ({
        ...{ ...about, id, slug: code, title: code, shortTitle: code, summary: "", gate: archive },
        ...{ source: "https://example.org", confidence: "high", searchText: code },
      })),
    });
    await client.accessUnit.createMany({
      data: made.map((unit) => ({ ...unit, label: unit.code })),
    });
    units.set(
      archive,
      made.map(({ id }) => id),
    );
  }
  return units;
}

interface Around {
  owner: Member;
  people: readonly Member[];
  units: ReadonlyMap<string, readonly string[]>;
  number: number;
}

function sampleRequestRows(roll: (n: number) => number, { owner, people, units, number }: Around) {
  const { teamId, now } = owner;
  const today = todayFor(owner);
  const archive = ARCHIVES[roll(ARCHIVES.length)] ?? ARCHIVES[0];
  const lifecycle = archive?.lifecycles[roll(archive.lifecycles.length)];
  if (!archive || !lifecycle) throw new Error("There is no archive");
  const id = randomUUID();
  const within = { teamId, requestId: id };
  const cycleId = randomUUID();
  const doors = units.get(archive.code) ?? [];
  const door = roll(doors.length - 2);
  const items = doors.slice(door, door + 1 + roll(3)).map((unitId, position) => {
    const step = lifecycle.steps[roll(lifecycle.steps.length)] ?? lifecycle.steps[0];
    if (!step) throw new Error("There is no step");
    const person = archive.itemPerPerson ? people[roll(people.length)] : undefined;
    return {
      ...{ ...within, id: randomUUID(), unitId, position, personId: person?.personId ?? null },
      ...{ step: step.id, status: step.status, waitingOn: step.waitingOn },
      stepSince: dayToColumn(addDays(today, -roll(120))),
    };
  });
  const { status } = summarise(
    lifecycle,
    items.map(({ step }) => ({ step })),
  );
  const grants = items
    .filter((item) => item.status === "approved" || item.status === "closing")
    .map(({ unitId, personId, id: itemId }) => {
      const startsOn = addDays(today, -500 - roll(100));
      const days = roll(4) === 0 ? null : roll(560) - 100;
      return {
        ...{ ...within, itemId, cycleId, unitId, personId, createdAt: now },
        ...{ decidedOn: dayToColumn(startsOn), startsOn: dayToColumn(startsOn) },
        endsOn: days === null ? null : dayToColumn(addDays(today, days)),
        confirmedOn: roll(3) === 0 ? dayToColumn(addDays(today, -roll(90))) : null,
      };
    });
  return {
    request: {
      ...{ id, teamId, number, archive: archive.code, lifecycle: lifecycle.id, status },
      ...{ title: `Request ${number}`, ownerId: owner.personId, createdAt: now },
      updatedAt: new Date(now.getTime() - roll(10_000) * 60_000),
    },
    functions: FUNCTIONS.filter(() => roll(2) === 0).map((held) => ({
      ...within,
      personId: (people[roll(people.length)] ?? owner).personId,
      function: held,
    })),
    cycle: { ...within, id: cycleId, number: 1, startedOn: dayToColumn(addDays(today, -900)) },
    ...{ items, grants },
    stays: items.flatMap((item) =>
      sampleStays(roll, { ...within, itemId: item.id }, today, lifecycle),
    ),
  };
}

type Lifecycle = (typeof ARCHIVES)[number]["lifecycles"][number];

/** Any walk of moves from the first step on, each after some days, some on the day of the one before. */
function sampleStays(
  roll: (n: number) => number,
  within: { teamId: string; requestId: string; itemId: string },
  today: Day,
  lifecycle: Lifecycle,
) {
  let step = lifecycle.initial;
  let move = "";
  let day = addDays(today, -900 + roll(300));
  const stays = [];
  for (const length = 2 + roll(6); stays.length < length; ) {
    const ways = lifecycle.moves.filter(({ from }) => from.includes(step));
    const way = ways[roll(ways.length)];
    const left: Day | null = way && stays.length < length - 1 ? addDays(day, roll(40)) : null;
    stays.push({
      ...{ ...within, id: idOf(stays.length), cycle: 1, step, move },
      ...{ enteredOn: dayToColumn(day), leftOn: left && dayToColumn(left) },
    });
    if (!way || left === null) break;
    [step, move, day] = [way.to, way.id, left];
  }
  return stays;
}

/** Ids in the order of writing, as those of version 7 are. */
function idOf(at: number): string {
  return `0000000${at}${randomUUID().slice(8)}`;
}

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => Promise<unknown>) {
  for (let at = 0; at < rows.length; at += 2000) await write(rows.slice(at, at + 2000));
}
