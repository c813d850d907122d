import type { AmendmentChange } from "../amendments/forms";
import { headFunction, withPerson } from "../amendments/people";
import type { Archive } from "../archives/archive";
import type { Answers } from "../archives/form";
import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { lockAgreement } from "./agreement-rows";
import { writeEnd, writeName } from "./appendices";
import { addItems, json } from "./draft-parts";
import { record } from "./events";
import { endGrant } from "./grants";
import { passRequest } from "./hand-over";
import { storeObligations } from "./obligations";
import { lookAgain } from "./plan-anew";
import { followWindow } from "./renewal-duties";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { placeItems, stale } from "./step-changes";
import type { Tx } from "./transaction";

/** An amendment that holds from now on. */
export interface Amended {
  archive: Archive;
  request: LoadedRequest & { ownerId: string };
  change: AmendmentChange;
  /** The day from which it holds, where the change does not name one. */
  on: Day;
}

/**
 * Makes an amendment true, within the transaction that decides it: people of the request, of its
 * answers and of the appendix of its agreement; approvals taken off or moved; who looks after it.
 */
export async function carryOut(tx: Tx, actor: Member, amended: Amended): Promise<void> {
  const { change } = amended;
  switch (change.kind) {
    case "people":
      return changePerson(tx, actor, amended, change);
    case "pi":
      return changeHead(tx, actor, amended, change);
    case "scope_remove":
      return takeOff(tx, actor, amended, change);
    case "end_date":
      return moveEnd(tx, actor, amended, change);
    case "hand_over":
      return passOn(tx, actor, amended, change);
    case "scope_add":
      return requireDecided(tx, actor, amended, change);
    case "aim":
    case "pi_moves":
      // The history and the duties say it; no fact of the request changes.
      return;
  }
}

type Of<Kind extends AmendmentChange["kind"]> = Extract<AmendmentChange, { kind: Kind }>;
interface Naming {
  effect: "add" | "remove";
  personId: string;
  function: PersonFunction;
  on: Day;
}

async function changePerson(
  tx: Tx,
  actor: Member,
  { archive, request }: Amended,
  change: Of<"people">,
): Promise<void> {
  await writeAnswers(tx, actor, archive, request, [change]);
  await rename(tx, actor, request.id, change);
}

async function changeHead(
  tx: Tx,
  actor: Member,
  { archive, request }: Amended,
  { personId, on }: Of<"pi">,
): Promise<void> {
  const held = headFunction(archive.sections(request.lifecycle));
  if (!held) throw invalid("change.kind", "Nobody heads this request at its archive.");
  const before = await tx.requestPerson.findMany({
    where: { teamId: actor.teamId, requestId: request.id, function: held },
    select: { personId: true },
  });
  const leaves = before.map((person) => ({
    ...{ effect: "remove" as const, personId: person.personId },
    ...{ function: held, on: addDays(on, -1) },
  }));
  const joins = { effect: "add" as const, personId, function: held, on };
  await writeAnswers(tx, actor, archive, request, [...leaves, joins]);
  for (const naming of [...leaves, joins]) await rename(tx, actor, request.id, naming);
}

/** The request's answers as they hold now, so that its next round is written from them. */
async function writeAnswers(
  tx: Tx,
  actor: Member,
  archive: Archive,
  request: LoadedRequest,
  changes: readonly Naming[],
): Promise<void> {
  const sections = archive.sections(request.lifecycle);
  const answers = changes.reduce<Answers>(
    (before, change) => withPerson(sections, before, change),
    request.answers,
  );
  const { count } = await tx.request.updateMany({
    where: { id: request.id, teamId: actor.teamId, version: request.version },
    data: { answers: json(answers), version: { increment: 1 }, updatedAt: actor.now },
  });
  if (count === 0) throw stale(request.version + 1);
}

/** Puts a person on the request and into its agreements in force, or takes them off. */
async function rename(tx: Tx, actor: Member, requestId: string, naming: Naming): Promise<void> {
  const { teamId } = actor;
  const { effect, personId, function: held, on } = naming;
  const row = { teamId, requestId, personId, function: held };
  if (effect === "add") await tx.requestPerson.createMany({ data: [row], skipDuplicates: true });
  else await tx.requestPerson.deleteMany({ where: row });
  await lookAgain(tx, actor, { requestId });
  const agreements = await tx.agreement.findMany({
    where: {
      teamId,
      requestId,
      endedOn: null,
      OR: [{ endsOn: null }, { endsOn: { gte: dayToColumn(on) } }],
    },
    select: { id: true },
  });
  for (const { id } of agreements) {
    const agreement = await lockAgreement(tx, actor, id);
    if (agreement.next) continue;
    const named = agreement.people.filter(
      (known) =>
        known.personId === personId &&
        known.function === held &&
        (known.endsOn === null || known.endsOn > on),
    );
    if (effect === "add" && named.length === 0) {
      // Nobody is named in a text before it binds.
      const [, startsOn = on] = [on, agreement.startsOn].sort();
      await writeName(tx, actor, agreement, { personId, function: held, startsOn, endsOn: null });
    }
    if (effect === "add") continue;
    for (const known of named.filter(({ startsOn }) => startsOn <= on)) {
      await writeEnd(tx, actor, { id: known.id, was: known.endsOn, endsOn: on });
    }
  }
}

async function takeOff(
  tx: Tx,
  actor: Member,
  { archive, request }: Amended,
  { itemIds, on }: Of<"scope_remove">,
): Promise<void> {
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const closed = lifecycle.steps.find(({ status }) => status === "closed");
  if (!closed) throw invalid("change.kind", `${archive.name} knows no way to close one part.`);
  const leaving = request.items.filter(({ id }) => itemIds.includes(id));
  await placeItems(tx, actor, request, { itemIds, to: closed, on, move: "amendment" });
  for (const item of leaving) await endGrant(tx, actor, item, on, "closed");
  await followWindow(tx, actor, { requestId: request.id, on });
}

async function moveEnd(
  tx: Tx,
  actor: Member,
  { archive, request, on }: Amended,
  { endsOn }: Of<"end_date">,
): Promise<void> {
  const { teamId } = actor;
  const live = { teamId, requestId: request.id, endedOn: null };
  const grants = await tx.grant.findMany({
    where: live,
    orderBy: { id: "asc" },
    include: { unit: { select: { code: true } } },
  });
  await tx.grant.updateMany({ where: live, data: { endsOn: dayToColumn(endsOn) } });
  for (const { unit, ...grant } of grants) {
    const moved = { ...grant, endsOn: dayToColumn(endsOn) };
    await storeObligations(tx, actor, {
      grant: moved,
      terms: archive.terms(request.lifecycle),
    });
    await record(tx, actor, {
      ...{ action: "grant.endMoved", subjectType: "grant", subjectId: grant.id },
      requestId: request.id,
      data: { unit: unit.code, endsOn },
    });
  }
  await followWindow(tx, actor, { requestId: request.id, on });
}

async function passOn(
  tx: Tx,
  actor: Member,
  { request }: Amended,
  { personId }: Of<"hand_over">,
): Promise<void> {
  const to = await tx.person.findFirst({ where: { id: personId, teamId: actor.teamId } });
  if (!to) throw notFound("person");
  await passRequest(tx, actor, request, to);
}

/**
 * Puts further data sets on the request's first step, where they are filed as a revision while what
 * was approved stands; its archive decides on each by itself.
 */
export async function addScope(
  tx: Tx,
  actor: Member,
  archive: Archive,
  requestId: string,
  unitIds: readonly string[],
): Promise<void> {
  const request = await loadForMove(tx, actor, requestId);
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const present = new Set(request.items.map(({ unitId }) => unitId));
  const items = unitIds
    .filter((unitId) => !present.has(unitId))
    .map((unitId) => ({ unitId, personId: null }));
  const checked = { lifecycle, itemAnswers: {} };
  await addItems(tx, actor, request.id, checked, items, request.items.length);
  // Nothing more is placed; the request's status and version follow from what has joined.
  await placeItems(tx, actor, await loadForMove(tx, actor, requestId), {
    ...{ itemIds: [], to: stepOf(lifecycle, lifecycle.initial), move: "" },
    on: todayFor(actor),
  });
}

/** A data set joins the approval by its own decision, which is recorded on the request. */
async function requireDecided(
  tx: Tx,
  actor: Member,
  { request }: Amended,
  { unitIds }: Of<"scope_add">,
): Promise<void> {
  const granted = await tx.grant.count({
    where: {
      ...{ teamId: actor.teamId, requestId: request.id, endedOn: null },
      unitId: { in: [...unitIds] },
    },
  });
  if (granted >= new Set(unitIds).size) return;
  throw new AppError(
    "CONFLICT",
    "The further data sets are decided one by one: record each approval on the request first.",
  );
}
