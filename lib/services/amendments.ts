import type {
  AmendmentChange,
  AskAmendment,
  DecideAmendment,
  PrepareAmendment,
  RecordAmendment,
  WithdrawAmendment,
} from "../amendments/forms";
import { type AmendmentState, nextSteps } from "../amendments/state";
import { isPossible } from "../archives/amendment";
import type { Archive } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import { type Day, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { checkChange } from "./amendment-checks";
import { openAmendmentDuties } from "./amendment-duties";
import { addScope, carryOut } from "./amendment-effects";
import { once } from "./commands";
import { record } from "./events";
import { planSoon } from "./obligations";
import { requireProof } from "./proofs";
import { type LoadedRequest, loadForMove } from "./request-for-move";
import { inTeam, type Tx } from "./transaction";

/** An amendment with its request, read for a change of it. */
interface Loaded {
  id: string;
  requestId: string;
  number: number;
  version: number;
  state: AmendmentState;
  change: AmendmentChange;
  archive: Archive;
}

/**
 * Prepares a change of a live approval. The same form sent twice prepares one.
 * @throws AppError CONFLICT where no approval stands; INVALID at `change.kind` where the archive
 *   takes no such change (the sentence says what to do instead) and at what cannot be; NOT_FOUND
 */
export async function prepareAmendment(
  actor: Member,
  input: PrepareAmendment,
): Promise<{ number: number }> {
  authorise(actor, "amendment.record");
  const { commandId, requestId, what, change } = input;
  const { teamId, now: createdAt } = actor;
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      const request = await lockRequest(tx, actor, requestId);
      const archive = archiveOf(request.archive);
      if (!request.items.some(({ granted }) => granted)) {
        throw new AppError(
          "CONFLICT",
          "Only an approval that stands is amended. While nothing is approved, change the form.",
        );
      }
      const rule = archive.amendments[change.kind];
      if (!isPossible(change.kind, rule)) throw invalid("change.kind", rule.sentence);
      const told = await checkChange(tx, actor, { archive, request, change });
      const { _max } = await tx.amendment.aggregate({
        where: { teamId, requestId },
        _max: { number: true },
      });
      const number = (_max.number ?? 0) + 1;
      const { id } = await tx.amendment.create({
        data: {
          ...{ teamId, requestId, number, kind: change.kind, what, createdAt },
          ...{ state: "preparing", change: { ...change, ...told } },
        },
        select: { id: true },
      });
      await note(tx, actor, { id, requestId, number }, "amendment.prepared", { label: what });
      return { number };
    }),
  );
}

/** Records that the archive was asked. A further data set joins the request now, to be filed with it. */
export async function askAmendment(actor: Member, input: AskAmendment): Promise<void> {
  authorise(actor, "amendment.record");
  refuseFuture(actor, input.on);
  await inTeam(actor, async (tx) => {
    const amendment = await load(tx, actor, input, "ask");
    await save(tx, actor, amendment, { state: "asked", askedOn: dayToColumn(input.on) });
    const { archive, requestId, change } = amendment;
    if (change.kind === "scope_add") {
      await addScope(tx, actor, archive, requestId, change.unitIds);
    }
    await note(tx, actor, amendment, "amendment.asked", { on: input.on });
  });
}

/**
 * Records what the archive decided. An approved change holds at once: it is made true on the
 * request, its agreement and its approvals. Throws INVALID at `on` for a day to come, CONFLICT, NOT_FOUND.
 */
export async function decideAmendment(actor: Member, input: DecideAmendment): Promise<void> {
  authorise(actor, "amendment.decide");
  refuseFuture(actor, input.on);
  const { outcome, on, documentId } = input;
  await inTeam(actor, async (tx) => {
    const amendment = await load(tx, actor, input, "decide");
    if (documentId) await requireProof(tx, actor, documentId, amendment.requestId);
    const decided = { state: outcome, decidedOn: dayToColumn(on), documentId };
    await save(tx, actor, amendment, decided);
    if (outcome === "approved") await makeTrue(tx, actor, amendment, on);
    await note(tx, actor, amendment, `amendment.${outcome}`, { on });
  });
}

/**
 * Records a change that needs nobody's consent, and opens what follows from it: whom to tell, what
 * to destroy, or the plan of a move to another institution.
 */
export async function recordAmendment(actor: Member, input: RecordAmendment): Promise<void> {
  authorise(actor, "amendment.decide");
  const { documentId } = input;
  const on = todayFor(actor);
  await inTeam(actor, async (tx) => {
    const amendment = await load(tx, actor, input, "record");
    if (documentId) await requireProof(tx, actor, documentId, amendment.requestId);
    const recorded = { state: "recorded" as const, decidedOn: dayToColumn(on), documentId };
    await save(tx, actor, amendment, recorded);
    await makeTrue(tx, actor, amendment, on);
    await note(tx, actor, amendment, "amendment.recorded", { on });
  });
}

/** Gives an amendment up; a further data set that was not filed yet leaves by its own move. */
export async function withdrawAmendment(actor: Member, input: WithdrawAmendment): Promise<void> {
  authorise(actor, "amendment.record");
  await inTeam(actor, async (tx) => {
    const amendment = await load(tx, actor, input, "withdraw");
    await save(tx, actor, amendment, { state: "withdrawn" });
    await note(tx, actor, amendment, "amendment.withdrawn", { on: todayFor(actor) });
  });
}

async function makeTrue(tx: Tx, actor: Member, amendment: Loaded, on: Day): Promise<void> {
  const { archive, change, id } = amendment;
  const request = await lockRequest(tx, actor, amendment.requestId);
  const amended = { archive, request, change, on };
  // What was possible when it was prepared may not be any more.
  await checkChange(tx, actor, amended);
  await carryOut(tx, actor, amended);
  await openAmendmentDuties(tx, actor, { ...amended, id });
  await planSoon(tx, actor);
}

function archiveOf(code: string): Archive {
  const archive = archiveByCode(code);
  if (!archive) throw notFound("archive");
  return archive;
}

function refuseFuture(actor: Member, on: Day): void {
  if (on > todayFor(actor)) throw invalid("on", "This day is still to come.");
}

/** The request, kept from other changes until this transaction ends. */
async function lockRequest(
  tx: Tx,
  actor: Member,
  id: string,
): Promise<LoadedRequest & { ownerId: string }> {
  const [row] = await tx.$queryRaw<{ ownerId: string }[]>`
    select "ownerId" from "Request"
    where id = ${id}::uuid and "teamId" = ${actor.teamId}::uuid for update`;
  if (!row) throw notFound("request");
  return { ...(await loadForMove(tx, actor, id)), ...row };
}

async function load(
  tx: Tx,
  actor: Member,
  { id, version }: { id: string; version: number },
  step: ReturnType<typeof nextSteps>[number],
): Promise<Loaded> {
  const row = await tx.amendment.findFirst({
    where: { id, teamId: actor.teamId },
    include: { request: { select: { archive: true } } },
  });
  if (!row) throw notFound("amendment");
  if (row.version !== version) throw changed();
  const archive = archiveOf(row.request.archive);
  const change = row.change as unknown as AmendmentChange;
  const state = row.state as AmendmentState;
  if (!nextSteps(state, archive.amendments[change.kind]).includes(step)) throw changed();
  return { ...row, archive, change, state };
}

async function save(
  tx: Tx,
  actor: Member,
  { id, version }: Loaded,
  data: {
    state: AmendmentState;
    askedOn?: Date;
    decidedOn?: Date;
    documentId?: string | null;
  },
): Promise<void> {
  const { count } = await tx.amendment.updateMany({
    where: { id, teamId: actor.teamId, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw changed();
}

function changed(): AppError {
  return new AppError(
    "CONFLICT",
    "Somebody changed this amendment while you were looking at it. Look at what stands there now, then decide.",
  );
}

async function note(
  tx: Tx,
  actor: Member,
  { id, requestId, number }: { id: string; requestId: string; number: number },
  action: string,
  data: Record<string, string>,
): Promise<void> {
  await record(tx, actor, {
    ...{ action, subjectType: "amendment", subjectId: id, requestId },
    data: { name: String(number), ...data },
  });
}
