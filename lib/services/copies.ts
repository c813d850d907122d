import { copyProblem, destructionProblem } from "../copies/copy";
import type {
  ChangeCopy,
  CopyFields,
  DestroyCopy,
  RegisterCopy,
  RestoreCopy,
} from "../copies/forms";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { latestDay, todayFor } from "../team/today";
import { requirePeople } from "./agreement-parts";
import { once } from "./commands";
import { noteLeftover, settleLeftover } from "./copy-leftovers";
import { type CopyLine, loadCopies, lockCopies } from "./copy-rows";
import { record } from "./events";
import { requireProof } from "./proofs";
import { inTeam, type Tx } from "./transaction";

/** The copies of the team's data, or of one request's, oldest first, 1000 at most. */
export async function listCopies(
  actor: Member,
  filter: { requestId?: string } = {},
): Promise<CopyLine[]> {
  authorise(actor, "copy.read");
  const { requestId } = filter;
  return inTeam(actor, async (tx) => {
    if (requestId) await requireRequest(tx, actor, requestId);
    return loadCopies(tx, actor, requestId ? { requestId } : {});
  });
}

/**
 * Registers where a copy of data lies. The same form sent twice registers one.
 * @throws AppError NOT_FOUND for foreign ids; INVALID at the field, e.g. `copy.putOn`
 */
export async function registerCopy(actor: Member, input: RegisterCopy): Promise<{ id: string }> {
  authorise(actor, "copy.record");
  const { teamId } = actor;
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      await checkCopy(tx, actor, null, input.copy);
      const { unitIds, ...copy } = columnsOf(input.copy);
      const { id } = await tx.dataCopy.create({
        data: { ...copy, teamId, createdAt: actor.now },
        select: { id: true },
      });
      await holdUnits(tx, actor, id, unitIds);
      const registered = await readCopy(tx, actor, id);
      await note(tx, actor, "copy.registered", registered);
      await noteLeftover(tx, actor, registered, todayFor(actor));
      return { id };
    }),
  );
}

/**
 * Corrects what is recorded of an open copy.
 * @throws AppError NOT_FOUND; INVALID at the field; CONFLICT when it was changed in between, with
 *   the copy as it is in `details.current`, or was destroyed
 */
export async function changeCopy(actor: Member, input: ChangeCopy): Promise<void> {
  authorise(actor, "copy.record");
  const { id, version } = input;
  await inTeam(actor, async (tx) => {
    await checkCopy(tx, actor, id, input.copy);
    const { unitIds, ...copy } = columnsOf(input.copy);
    await update(tx, actor, { id, version, destroyedOn: null }, copy);
    await tx.dataCopyUnit.deleteMany({ where: { copyId: id, teamId: actor.teamId } });
    await holdUnits(tx, actor, id, unitIds);
    const changed = await readCopy(tx, actor, id);
    await note(tx, actor, "copy.changed", changed);
    const today = todayFor(actor);
    const isLeftover = await noteLeftover(tx, actor, changed, today);
    if (!isLeftover) await settleLeftover(tx, actor, changed, "not_applicable", today);
  });
}

/**
 * Records that a copy was destroyed: how, by whom, before whom. What was made of it stays open.
 * @throws AppError NOT_FOUND; INVALID at the field; CONFLICT when it was changed in between or is
 *   destroyed already
 */
export async function destroyCopy(actor: Member, input: DestroyCopy): Promise<void> {
  authorise(actor, "copy.record");
  const { id, version, destruction } = input;
  const { destroyedOn, method, witness, documentId } = destruction;
  await inTeam(actor, async (tx) => {
    const copy = await readCopy(tx, actor, id);
    const by = await nameOfPerson(tx, actor, destruction.destroyedById);
    const facts = { putOn: copy.putOn, today: latestDay(actor) };
    const problem = destructionProblem({ destroyedOn, by, witness }, facts);
    if (problem) throw invalid(`destruction.${problem.field}`, problem.message);
    if (documentId) await requireProof(tx, actor, documentId);
    await update(...([tx, actor, { id, version, destroyedOn: null }] as const), {
      ...{ destroyedOn: dayToColumn(destroyedOn), method, witness, documentId },
      destroyedById: destruction.destroyedById,
    });
    await note(tx, actor, "copy.destroyed", copy, { on: destroyedOn, label: method, by, witness });
    await settleLeftover(tx, actor, copy, "done", destroyedOn);
  });
}

/**
 * Takes a wrong record of destruction back; the reason stays in the history.
 * @throws AppError NOT_FOUND; CONFLICT when it was changed in between or is open
 */
export async function restoreCopy(actor: Member, input: RestoreCopy): Promise<void> {
  authorise(actor, "copy.restore");
  const { id, version, reason } = input;
  await inTeam(actor, async (tx) => {
    await lockCopies(tx, actor);
    const copy = await readCopy(tx, actor, id);
    if (copy.destroyedOn === null) throw new AppError("CONFLICT", "This copy is open already.");
    await update(
      ...([tx, actor, { id, version, destroyedOn: dayToColumn(copy.destroyedOn) }] as const),
      ...[
        { destroyedOn: null, method: null, witness: null, documentId: null, destroyedById: null },
      ],
    );
    await note(tx, actor, "copy.restored", copy, { reason });
    const restored = await readCopy(tx, actor, id);
    await noteLeftover(tx, actor, restored, todayFor(actor));
  });
}

type Columns = Parameters<Tx["dataCopy"]["updateMany"]>[0]["data"];

async function update(
  tx: Tx,
  actor: Member,
  where: { id: string; version: number; destroyedOn: Date | null },
  data: Columns,
): Promise<void> {
  const { count } = await tx.dataCopy.updateMany({
    where: { ...where, teamId: actor.teamId },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return;
  const current = await readCopy(tx, actor, where.id);
  throw new AppError(
    "CONFLICT",
    current.destroyedOn === null || where.destroyedOn !== null
      ? "Somebody changed this copy while you were writing. Look at it as it is now, then save again."
      : "This copy is recorded as destroyed; an organiser can take that back.",
    { details: { current } },
  );
}

/** One copy of the team. Throws NOT_FOUND. */
async function readCopy(tx: Tx, actor: Member, id: string): Promise<CopyLine> {
  const [copy] = await loadCopies(tx, actor, { id });
  if (!copy) throw notFound("copy");
  return copy;
}

function columnsOf({ putOn, ...copy }: CopyFields) {
  return { ...copy, putOn: dayToColumn(putOn) };
}

async function holdUnits(tx: Tx, { teamId }: Member, copyId: string, unitIds: readonly string[]) {
  await tx.dataCopyUnit.createMany({ data: unitIds.map((unitId) => ({ teamId, copyId, unitId })) });
}

async function checkCopy(tx: Tx, actor: Member, id: string | null, copy: CopyFields) {
  await lockCopies(tx, actor);
  await requirePeople(tx, actor, [copy.putById]);
  await requireHeldUnits(tx, actor, copy);
  const rows = await tx.dataCopy.findMany({
    where: { teamId: actor.teamId },
    select: { id: true, madeOfId: true, putOn: true },
  });
  const madeOf = new Map<string, { madeOfId: string | null; putOn: Day }>(
    rows.map((row) => [row.id, { madeOfId: row.madeOfId, putOn: dayFromColumn(row.putOn) }]),
  );
  if (copy.madeOfId !== null && !madeOf.has(copy.madeOfId)) throw notFound("copy");
  const { putOn, madeOfId } = copy;
  const problem = copyProblem({ id, putOn, madeOfId, today: latestDay(actor), madeOf });
  if (problem) throw invalid(`copy.${problem.field}`, problem.message);
}

/** The units exist, and are asked for in the request where one is named. */
async function requireHeldUnits(tx: Tx, actor: Member, { requestId, unitIds }: CopyFields) {
  const known = await tx.accessUnit.count({ where: { id: { in: [...unitIds] } } });
  if (known !== unitIds.length) throw notFound("access unit");
  if (requestId === null) return;
  const { items } = await requireRequest(tx, actor, requestId);
  const asked = items.map(({ unitId }) => unitId);
  if (unitIds.every((unitId) => asked.includes(unitId))) return;
  throw invalid("copy.unitIds", "The request is not about all of these; choose among its data.");
}

async function requireRequest(tx: Tx, { teamId }: Member, id: string) {
  const request = await tx.request.findFirst({
    where: { id, teamId },
    select: { items: { select: { unitId: true } } },
  });
  if (!request) throw notFound("request");
  return request;
}

async function nameOfPerson(tx: Tx, { teamId }: Member, id: string): Promise<string> {
  const person = await tx.person.findFirst({ where: { id, teamId }, select: { name: true } });
  if (!person) throw notFound("person");
  return person.name;
}

async function note(
  tx: Tx,
  actor: Member,
  action: string,
  copy: CopyLine,
  more: Record<string, string> = {},
): Promise<void> {
  const { id, what, place, requestId, units } = copy;
  await record(tx, actor, {
    ...{ action, subjectType: "copy", subjectId: id, ...(requestId && { requestId }) },
    data: { name: what, to: place, units: units.map(({ code }) => code), ...more },
  });
}
