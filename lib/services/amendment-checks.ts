import type { AmendmentChange } from "../amendments/forms";
import { changeableFunctions, headFunction } from "../amendments/people";
import type { Archive } from "../archives/archive";
import { nameOfUnit } from "../catalogue/unit-name";
import { addDays, dayFromColumn } from "../dates/day";
import { invalid, notFound } from "../errors";
import { mayTakeOver } from "../people/departure";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import type { LoadedRequest } from "./request-for-move";
import type { Tx } from "./transaction";

/** What stood before and what stands after, as it is read: names, or a day. */
export interface Told {
  before: string[];
  after: string[];
}

interface Checked {
  archive: Archive;
  request: LoadedRequest & { ownerId: string };
  change: AmendmentChange;
}

/**
 * Whether a change can be made to this request as it stands, with what is told of it. Throws INVALID
 * at the field, NOT_FOUND for people and units that are not here.
 */
export async function checkChange(tx: Tx, actor: Member, checked: Checked): Promise<Told> {
  const { change } = checked;
  switch (change.kind) {
    case "people":
      return checkPerson(tx, actor, checked, change);
    case "pi":
      return checkHead(tx, actor, checked, change);
    case "hand_over":
      return checkOwner(tx, actor, checked, change);
    case "scope_add":
      return checkJoining(tx, checked, change);
    case "scope_remove":
      return checkLeaving(tx, checked, change);
    case "end_date":
      return checkEnd(tx, actor, checked, change);
    case "aim":
      return { before: [], after: [] };
    case "pi_moves":
      return { before: [], after: [change.on] };
  }
}

type Of<Kind extends AmendmentChange["kind"]> = Extract<AmendmentChange, { kind: Kind }>;

async function checkPerson(
  tx: Tx,
  actor: Member,
  { archive, request }: Checked,
  change: Of<"people">,
): Promise<Told> {
  const { personId, effect } = change;
  const { name } = await findPerson(tx, actor, personId);
  if (!changeableFunctions(archive.sections(request.lifecycle)).includes(change.function)) {
    throw invalid("change.function", `${archive.name} names nobody in this function.`);
  }
  const held = await tx.requestPerson.count({
    where: { teamId: actor.teamId, requestId: request.id, personId, function: change.function },
  });
  if (effect === "add" && held > 0) {
    throw invalid("change.personId", `${name} is named in this function already.`);
  }
  if (effect === "remove" && held === 0) {
    throw invalid("change.personId", `${name} is not named in this function.`);
  }
  return effect === "add" ? { before: [], after: [name] } : { before: [name], after: [] };
}

async function checkHead(
  tx: Tx,
  actor: Member,
  { archive, request }: Checked,
  { personId }: Of<"pi">,
): Promise<Told> {
  const { name } = await findPerson(tx, actor, personId);
  const held = headFunction(archive.sections(request.lifecycle));
  const before = await tx.requestPerson.findMany({
    where: { teamId: actor.teamId, requestId: request.id, function: held ?? "" },
    select: { personId: true, person: { select: { name: true } } },
  });
  if (before.some((person) => person.personId === personId)) {
    throw invalid("change.personId", `${name} is that already.`);
  }
  return { before: before.map(({ person }) => person.name), after: [name] };
}

async function checkOwner(
  tx: Tx,
  actor: Member,
  { request }: Checked,
  { personId }: Of<"hand_over">,
): Promise<Told> {
  const to = await findPerson(tx, actor, personId);
  if (to.id === request.ownerId) {
    throw invalid("change.personId", `${to.name} looks after it already.`);
  }
  const today = todayFor(actor);
  const mate = {
    ...{ id: to.id, name: to.name, startsOn: dayFromColumn(to.startsOn) },
    endsOn: to.endsOn && dayFromColumn(to.endsOn),
  };
  if (!mayTakeOver(mate, request.ownerId, addDays(today, -1), today)) {
    throw invalid("change.personId", `${to.name} is not on the team today; choose another person.`);
  }
  const from = await findPerson(tx, actor, request.ownerId);
  return { before: [from.name], after: [to.name] };
}

async function findPerson(tx: Tx, { teamId }: Member, id: string) {
  const person = await tx.person.findFirst({ where: { id, teamId } });
  if (!person) throw notFound("person");
  return person;
}

const UNIT = {
  ...{ id: true, archive: true, code: true, version: true, consentCode: true, dac: true },
  ...{ accessClass: true, policy: true, dataset: { select: { shortTitle: true } } },
} as const;

async function checkJoining(
  tx: Tx,
  { archive, request }: Checked,
  { unitIds }: Of<"scope_add">,
): Promise<Told> {
  const units = await tx.accessUnit.findMany({
    where: { id: { in: [...unitIds] }, archive: archive.code },
    select: UNIT,
  });
  if (units.length !== new Set(unitIds).size) throw notFound("access unit");
  const [first] = await tx.accessUnit.findMany({
    where: { id: { in: request.items.map(({ unitId }) => unitId) } },
    select: UNIT,
    take: 1,
  });
  const held = new Set(request.items.flatMap((item) => (item.granted ? item.unitId : [])));
  for (const unit of units) {
    // When the change is decided, what has joined meanwhile is approved.
    if (held.has(unit.id)) continue;
    const fits =
      first &&
      archive.sharesRequest(first, unit) &&
      archive.lifecycleOf(unit) === request.lifecycle;
    if (!fits) {
      throw invalid(
        "change.unitIds",
        `${unit.code} cannot stand in this ${archive.words.request}; make a request of its own.`,
      );
    }
  }
  return { before: [], after: units.map(nameOfUnit) };
}

async function checkLeaving(
  tx: Tx,
  { request }: Checked,
  { itemIds }: Of<"scope_remove">,
): Promise<Told> {
  const live = request.items.filter(({ granted }) => granted);
  const leaving = live.filter(({ id }) => itemIds.includes(id));
  if (leaving.length !== new Set(itemIds).size) {
    throw invalid("change.itemIds", "Choose from what is approved today.");
  }
  if (leaving.length === live.length) {
    throw invalid("change.itemIds", "Nothing would be left: close the whole request out instead.");
  }
  const units = await tx.accessUnit.findMany({
    where: { id: { in: leaving.map(({ unitId }) => unitId) } },
    select: UNIT,
  });
  return { before: units.map(nameOfUnit), after: [] };
}

async function checkEnd(
  tx: Tx,
  actor: Member,
  { request }: Checked,
  { endsOn }: Of<"end_date">,
): Promise<Told> {
  const grants = await tx.grant.findMany({
    where: { teamId: actor.teamId, requestId: request.id, endedOn: null },
    orderBy: { endsOn: "asc" },
    select: { endsOn: true, startsOn: true },
  });
  const ends = [...new Set(grants.flatMap((row) => (row.endsOn ? dayFromColumn(row.endsOn) : [])))];
  if (grants.some(({ startsOn }) => endsOn < dayFromColumn(startsOn))) {
    throw invalid("change.endsOn", "The last day cannot come before the approval's first.");
  }
  if (grants.every((row) => row.endsOn && dayFromColumn(row.endsOn) === endsOn)) {
    throw invalid("change.endsOn", "It ends on that day already.");
  }
  return { before: ends, after: [endsOn] };
}
