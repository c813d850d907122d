import { ARCHIVES } from "../archives/index";
import type { RuleValues } from "../archives/qualification";
import { type Day, dayFromColumn, dayOf } from "../dates/day";
import {
  institutionDuties,
  type PersonFacts,
  personDuties,
  type TypedRow,
} from "../obligations/person-duties";
import type { StandingChanges } from "../obligations/standing-changes";
import type { TeamActor } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { utcDay } from "../team/today";
import { readStanding, storeStanding, waitForOthers } from "./standing-rows";
import type { Tx } from "./tx";

const REQUEST = { select: { id: true, ownerId: true, status: true } } as const;
const asDay = (value: Date | null): Day | null => value && dayFromColumn(value);

/** Makes the standing duties of these persons follow from what they hold. */
export async function followPeople(
  tx: Tx,
  actor: TeamActor,
  ids: readonly string[],
): Promise<StandingChanges[]> {
  const { teamId } = actor;
  await waitForOthers(tx, actor, "person", ids);
  const people = await tx.person.findMany({
    where: { teamId, id: { in: [...ids] } },
    include: { qualifications: { include: { request: REQUEST } }, identities: true },
    orderBy: { id: "asc" },
  });
  const leadId = await leadOf(tx, actor);
  if (people.length === 0 || leadId === null) return [];
  const rules = await rulesOf(tx, actor);
  const storedOf = await readStanding(tx, actor, "person", ids);
  const changed: StandingChanges[] = [];
  for (const { qualifications, identities, ...person } of people) {
    const stored = storedOf({ kind: "person", id: person.id });
    const facts: PersonFacts = {
      ...{ leadId, rules, closed: stored.closed, today: utcDay(actor) },
      person: {
        id: person.id,
        startsOn: dayFromColumn(person.startsOn),
        endsOn: asDay(person.endsOn),
        recordedOn: dayOf(person.createdAt, "UTC"),
      },
      rows: qualifications.map(asRow),
      identities: identities.map((row) => ({
        ...row,
        ...{ verifiedOn: asDay(row.verifiedOn), endsOn: asDay(row.endsOn) },
      })),
    };
    changed.push(await storeStanding(tx, actor, stored, personDuties(facts)));
  }
  return changed;
}

/** Makes the standing duties of the institution follow from what it holds. */
export async function followInstitution(tx: Tx, actor: TeamActor): Promise<StandingChanges[]> {
  await waitForOthers(tx, actor, "institution", [""]);
  const leadId = await leadOf(tx, actor);
  if (leadId === null) return [];
  const rows = await tx.qualification.findMany({
    where: { teamId: actor.teamId, personId: null },
    include: { request: REQUEST },
    orderBy: { id: "asc" },
  });
  const rules = await rulesOf(tx, actor);
  const storedOf = await readStanding(tx, actor, "institution", []);
  const stored = storedOf({ kind: "institution" });
  const facts = { leadId, rules, closed: stored.closed, rows: rows.map(asRow) };
  return [await storeStanding(tx, actor, stored, institutionDuties(facts))];
}

/**
 * The person of the lead who has been here longest, for what is in nobody's own care; one who has
 * left only where no other is here.
 */
export async function leadOf(tx: Tx, actor: TeamActor): Promise<string | null> {
  const { teamId } = actor;
  const leads = await tx.membership.findMany({
    where: { teamId, role: "lead" },
    select: { userId: true },
  });
  const people = await tx.person.findMany({
    where: { teamId, userId: { in: leads.map(({ userId }) => userId) } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    select: { id: true, endsOn: true },
  });
  const today = utcDay(actor);
  const isHere = ({ endsOn }: { endsOn: Date | null }) =>
    endsOn === null || dayFromColumn(endsOn) >= today;
  return (people.find(isHere) ?? people[0])?.id ?? null;
}

async function rulesOf(tx: Tx, { teamId }: TeamActor): Promise<Map<string, RuleValues>> {
  const stored = await tx.archiveRules.findMany({ where: { teamId } });
  const known = new Map(stored.map(({ archive, values }) => [archive, values]));
  return new Map(
    ARCHIVES.map((archive) => [archive.code, ruleValues(archive, known.get(archive.code))]),
  );
}

type Stored = Omit<
  TypedRow,
  "stepSince" | "startsOn" | "completedOn" | "reportEndsOn" | "endsOn" | "endedOn"
> & {
  stepSince: Date;
  startsOn: Date | null;
  completedOn: Date | null;
  reportEndsOn: Date | null;
  endsOn: Date | null;
  endedOn: Date | null;
};

function asRow(row: Stored): TypedRow {
  return {
    ...row,
    stepSince: dayFromColumn(row.stepSince),
    ...{ startsOn: asDay(row.startsOn), completedOn: asDay(row.completedOn) },
    ...{ reportEndsOn: asDay(row.reportEndsOn), endsOn: asDay(row.endsOn) },
    endedOn: asDay(row.endedOn),
  };
}
