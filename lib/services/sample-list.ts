import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { PERSON_FUNCTIONS } from "../archives/lifecycle";
import { addDays, type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { summarise } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { SAMPLE_NOW } from "./sample-team";

const TODAY = dayOf(SAMPLE_NOW, "UTC");
const LONG_AGO = dayToColumn(addDays(TODAY, -400));
const WORDS = ["lung", "Sepsis", "Übergang", "ruiz", "atlas 12", 'a "quoted" one', "100 %_ sure"];
const NAMES = ["Ana Ruiz", "Bo Lind", "ana bell", "Ödön", "Zoë de Vries"];

/** For tests: lists of random rows, the same at each run. */
const dice = () => {
  const all = fc.sample(fc.nat({ max: 2 ** 30 }), { numRuns: 20_000, seed: 7 });
  let at = 0;
  const number = (below: number) => (all[at++ % all.length] ?? 0) % below;
  const pick = <T>(from: readonly T[]): T => from[number(from.length)] as T;
  const day = (): Day => addDays(TODAY, number(240) - 120);
  const maybe = <T>(value: T): T | null => (number(3) === 0 ? null : value);
  return { number, pick, day, maybe };
};

/**
 * For tests: so many requests of one team, with items in any of their archive's steps, people,
 * approvals and duties, all at random.
 */
export async function sampleList(superuser: PrismaClient, lead: Member, count: number) {
  const roll = dice();
  const { teamId } = lead;
  const persons = NAMES.map((name) => ({
    ...{ id: randomUUID(), teamId, name, startsOn: dayToColumn(TODAY) },
  }));
  await superuser.person.createMany({ data: persons });
  const people = [lead.personId, ...persons.map(({ id }) => id)];
  const units = await superuser.accessUnit.findMany({ where: { teamId: null }, take: 40 });
  const rows = Array.from({ length: count }, (_, index) =>
    requestRows(roll, { teamId, number: index + 1, people, units }),
  );
  await superuser.request.createMany({ data: rows.map(({ request }) => request) });
  await superuser.requestItem.createMany({ data: rows.flatMap(({ items }) => items) });
  await superuser.requestPerson.createMany({
    data: rows.flatMap((row) => row.people),
    skipDuplicates: true,
  });
  await superuser.cycle.createMany({ data: rows.map(({ cycle }) => cycle) });
  await superuser.grant.createMany({ data: rows.flatMap(({ grants }) => grants) });
  await superuser.obligation.createMany({ data: rows.flatMap(({ duties }) => duties) });
}

interface Among {
  teamId: string;
  number: number;
  people: readonly string[];
  units: readonly { id: string; archive: string }[];
}

function requestRows(roll: ReturnType<typeof dice>, { teamId, number, people, units }: Among) {
  const archive = roll.pick(ARCHIVES.filter(({ lifecycles }) => lifecycles.length > 0));
  const lifecycle = roll.pick(archive.lifecycles);
  const id = randomUUID();
  const within = { teamId, requestId: id };
  const updatedAt = new Date(SAMPLE_NOW.getTime() - roll.number(90 * 86_400) * 1000);
  const items = Array.from({ length: 1 + roll.number(3) }, (_, position) => {
    const step = roll.pick(lifecycle.steps);
    return {
      ...{ ...within, id: randomUUID(), unitId: roll.pick(units).id, position, step: step.id },
      ...{
        status: step.status,
        waitingOn: step.waitingOn,
        personId: roll.maybe(roll.pick(people)),
      },
      stepSince: dayToColumn(roll.day()),
    };
  });
  const request: Prisma.RequestCreateManyInput = {
    ...{ id, teamId, number, archive: archive.code, lifecycle: lifecycle.id, updatedAt },
    ...{ title: `${roll.pick(WORDS)} ${roll.number(9)}`, ownerId: roll.pick(people) },
    ...{
      status: summarise(
        lifecycle,
        items.map(({ step, stepSince }) => ({ step, stepSince: dayFromColumn(stepSince) })),
      ).status,
      createdAt: updatedAt,
    },
    archiveNumber: roll.maybe(`EGAD${roll.number(9)}`),
    submittedOn: roll.maybe(dayToColumn(roll.day())),
  };
  const cycle = { ...within, id: randomUUID(), number: 1, startedOn: dayToColumn(TODAY) };
  const grants = items.slice(0, roll.number(3)).map(({ id: itemId, unitId, personId }) => ({
    ...{ ...within, itemId, cycleId: cycle.id, unitId, personId, createdAt: SAMPLE_NOW },
    ...{ decidedOn: LONG_AGO, startsOn: LONG_AGO },
    ...{ endsOn: roll.maybe(dayToColumn(roll.day())) },
    endedOn: roll.number(4) === 0 ? dayToColumn(TODAY) : null,
  }));
  const duties = Array.from({ length: roll.number(3) }, (_, index) => ({
    ...{ ...within, ownerId: roll.pick(people), kind: "affiliation_check", rule: "r", source: "s" },
    ...{ subject: `${id} ${index}`, dueOn: dayToColumn(roll.day()) },
    state: roll.pick(["open", "open", "done"] as const),
  }));
  const functions = Array.from({ length: roll.number(4) }, () => ({
    ...{ ...within, personId: roll.pick(people), function: roll.pick(PERSON_FUNCTIONS) },
  }));
  return { request, items, cycle, grants, duties, people: functions };
}
