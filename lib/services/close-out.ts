import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { cannotCloseOut, isBinding, nextStep } from "../requests/close-out";
import type { CancelCloseOut, RecordStep, StartCloseOut } from "../requests/close-out-forms";
import { findLifecycle } from "../requests/lifecycle";
import { writeNumber } from "../requests/number";
import { phrase } from "../said/phrase";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { issueCertificate } from "./certificate-issue";
import { type LoadedCloseOut, loadCloseOuts, lockCloseOut } from "./close-out-rows";
import { takeStep } from "./close-out-steps";
import { once } from "./commands";
import { type CopyLine, loadCopiesOf } from "./copy-rows";
import { record } from "./events";
import { closeDutiesOf, openDuty } from "./open-duty";
import { loadForMove } from "./request-for-move";
import { inTeam, type Tx } from "./transaction";

/** Everything that the tab of a close-out shows. */
export interface CloseOutView {
  copies: CopyLine[];
  /** How many outputs are listed for the request. */
  outputs: number;
  /** The close-out under way. */
  open: LoadedCloseOut | null;
  /** Those completed or given up, newest first. */
  past: LoadedCloseOut[];
  /** Why none can be begun; null when one can. */
  refusal: string | null;
}

/** The copies of a request and its close-outs. Throws NOT_FOUND. */
export async function getCloseOut(actor: Member, requestId: string): Promise<CloseOutView> {
  authorise(actor, "closeOut.read");
  return inTeam(actor, async (tx) => {
    const { lifecycle, rules, request } = await requestToClose(tx, actor, requestId);
    const all = await loadCloseOuts(tx, actor, requestId);
    const open = all.find(isOpen) ?? null;
    return {
      copies: await loadCopiesOf(tx, actor, requestId),
      outputs: await tx.outputUse.count({ where: { teamId: actor.teamId, requestId } }),
      open,
      past: all.filter((one) => one !== open),
      refusal: open ? null : cannotCloseOut(lifecycle, rules, request.items),
    };
  });
}

/**
 * Begins the close-out of a request. The same form sent twice begins one.
 * @throws AppError NOT_FOUND; CONFLICT when one is under way, or nothing here can be closed
 */
export async function startCloseOut(actor: Member, input: StartCloseOut): Promise<{ id: string }> {
  authorise(actor, "closeOut.record");
  const { teamId, now } = actor;
  const { requestId, reason, note } = input;
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      await tx.$executeRaw`select 1 from "Request" where id = ${requestId}::uuid and "teamId" = ${teamId}::uuid for update`;
      const { lifecycle, rules, request } = await requestToClose(tx, actor, requestId);
      if ((await loadCloseOuts(tx, actor, requestId)).some(isOpen)) {
        throw new AppError("CONFLICT", "A close-out of this request is under way already.");
      }
      const refusal = cannotCloseOut(lifecycle, rules, request.items);
      if (refusal) throw new AppError("CONFLICT", refusal);
      const startedOn = todayFor(actor);
      const { id } = await tx.closeOut.create({
        data: {
          ...{ teamId, requestId, reason, note },
          ...{ startedOn: dayToColumn(startedOn), createdAt: now },
        },
        select: { id: true },
      });
      await noteDeadline(tx, actor, { id, requestId, startedOn });
      await told(tx, actor, "closeOut.started", { id, requestId }, { reason });
      return { id };
    }),
  );
}

/**
 * Records the next step of a close-out with its evidence; the step that tells the archive moves the
 * request along its lifecycle, and the last one ends the approvals and issues the certificate.
 * @throws AppError NOT_FOUND; INVALID at the question or `documentId`; CONFLICT naming the copies
 *   that are open, when it is another step's turn, or when somebody was faster
 */
export async function recordCloseOutStep(
  actor: Member,
  input: RecordStep,
): Promise<{ certificateId: string | null }> {
  authorise(actor, "closeOut.record");
  return inTeam(actor, (tx) =>
    once(tx, actor, input.commandId, async () => {
      const closeOut = await lockCloseOut(tx, actor, input.id);
      refuseStale(closeOut, input.version);
      const { id, requestId } = closeOut;
      const { rules } = await requestToClose(tx, actor, requestId);
      const step = nextStep(rules, closeOut.steps);
      if (!step || step.id !== input.step) {
        const next = step ? phrase(`next comes “${step.label}”`) : phrase("all steps are taken");
        throw new AppError("CONFLICT", `The close-out goes step by step; ${next}.`);
      }
      const doneOn = await takeStep(tx, actor, { closeOut, step, rules, input });
      await told(tx, actor, "closeOut.stepRecorded", closeOut, { label: step.label, on: doneOn });
      if (nextStep(rules, [...closeOut.steps, { step: step.id }])) return { certificateId: null };
      await complete(tx, actor, closeOut, doneOn);
      return { certificateId: await issueCertificate(tx, actor, id) };
    }),
  );
}

/**
 * Gives a close-out up: the request goes on. Copies that were destroyed meanwhile stay destroyed.
 * @throws AppError NOT_FOUND; CONFLICT once the archive was told, or when somebody was faster
 */
export async function cancelCloseOut(actor: Member, input: CancelCloseOut): Promise<void> {
  authorise(actor, "closeOut.record");
  await inTeam(actor, async (tx) => {
    const closeOut = await lockCloseOut(tx, actor, input.id);
    refuseStale(closeOut, input.version);
    const { rules } = await requestToClose(tx, actor, closeOut.requestId);
    if (isBinding(rules, closeOut.steps)) {
      throw new AppError("CONFLICT", "The archive has been told already; there is no way back.");
    }
    const today = todayFor(actor);
    await tx.closeOut.updateMany({
      where: { id: closeOut.id, teamId: actor.teamId },
      data: { cancelledOn: dayToColumn(today), version: { increment: 1 } },
    });
    const why = phrase("the close-out was given up");
    await closeDutiesOf(tx, actor, {
      ...subject(closeOut),
      state: "not_applicable",
      on: today,
      why,
    });
    await told(tx, actor, "closeOut.cancelled", closeOut, { reason: input.why });
  });
}

function isOpen({ completedOn, cancelledOn }: LoadedCloseOut): boolean {
  return completedOn === null && cancelledOn === null;
}

function refuseStale(closeOut: LoadedCloseOut, version: number): void {
  if (!isOpen(closeOut)) throw new AppError("CONFLICT", "This close-out is over.");
  if (closeOut.version === version) return;
  throw new AppError(
    "CONFLICT",
    "Somebody recorded a step while you were writing. Your text is still here: look at the new state, then decide.",
    { details: { version: closeOut.version } },
  );
}

/** A request with the rules by which it ends. Throws NOT_FOUND. */
async function requestToClose(tx: Tx, actor: Member, requestId: string) {
  const request = await loadForMove(tx, actor, requestId);
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  return { request, archive, lifecycle, rules: archive.closeOut(lifecycle.id) };
}

async function complete(tx: Tx, actor: Member, closeOut: LoadedCloseOut, on: Day): Promise<void> {
  await tx.closeOut.updateMany({
    where: { id: closeOut.id, teamId: actor.teamId },
    data: { completedOn: dayToColumn(on) },
  });
  const why = phrase("the close-out is complete");
  await closeDutiesOf(tx, actor, { ...subject(closeOut), state: "done", on, why });
  await told(tx, actor, "closeOut.completed", closeOut, { on });
}

function subject({ id }: { id: string }) {
  return { subject: `close-out:${id}` };
}

/** Where the archive or we name a day until which it is to be complete, that is a duty. */
async function noteDeadline(
  tx: Tx,
  actor: Member,
  closeOut: { id: string; requestId: string; startedOn: Day },
): Promise<void> {
  const { requestId, startedOn } = closeOut;
  const { archive, rules } = await requestToClose(tx, actor, requestId);
  const request = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId: actor.teamId, id: requestId } },
    select: {
      ...{ ownerId: true, number: true },
      grants: { where: { endedOn: null }, select: { endsOn: true } },
    },
  });
  const ends = request.grants.flatMap(({ endsOn }) => (endsOn ? [dayFromColumn(endsOn)] : []));
  const due = rules.due({ startedOn, endsOn: ends.sort()[0] ?? null });
  if (!due) return;
  await openDuty(tx, actor, {
    ...{
      ...subject(closeOut),
      kind: `${archive.code}_closing`,
      ownerId: request.ownerId,
      requestId,
    },
    what: `Complete the close-out of ${writeNumber(request.number)} at ${archive.name}.`,
    ...{ dueOn: due.dueOn, rule: due.rule, source: rules.source },
  });
}

async function told(
  tx: Tx,
  actor: Member,
  action: string,
  { id, requestId }: { id: string; requestId: string },
  data: Record<string, string>,
): Promise<void> {
  await record(tx, actor, { action, subjectType: "closeOut", subjectId: id, requestId, data });
}
