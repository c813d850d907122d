import { archiveByCode } from "../archives/index";
import type { Renewal } from "../archives/renewal";
import { type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { approvedFilings, readFilings } from "../requests/filing";
import { renewalSubject, windowSubject } from "../requests/renewal-subject";
import { isUnderWay, type RoundState, roundState } from "../requests/round";
import { phrase } from "../said/phrase";
import type { Member, TeamActor } from "../team/actor";
import { record } from "./events";
import { closeDutiesOf } from "./open-duty";
import { openSignOff, openWindowDuty, storeDropDuties } from "./renewal-duties";
import type { LoadedRequest } from "./request-for-move";
import { formNow, restoreForm } from "./round-forms";
import { type Tx, unlessDuplicate } from "./transaction";

interface RenewalMove {
  request: LoadedRequest;
  moving: readonly { id: string }[];
  on: Day;
}

/** How the archive of a request renews it. Throws NOT_FOUND for an archive that is none. */
function renewalOf(request: { archive: string; lifecycle: string }): Renewal {
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  return archive.renewal(request.lifecycle);
}

/**
 * Begins a renewal within the move that takes items into it: a new round that renews the last
 * approved one, its form written from what that round filed. Items that follow later join the round
 * that is open. Throws CONFLICT where nothing was approved, or where the round is renewed already.
 */
export async function beginRenewal(tx: Tx, actor: Member, renewing: RenewalMove): Promise<void> {
  const { request, on } = renewing;
  const where = { teamId: actor.teamId, requestId: request.id };
  // What was approved before rounds kept their state is settled first.
  await settleRound(tx, actor, { requestId: request.id, on });
  const newest = await tx.cycle.findFirst({ where, orderBy: { number: "desc" } });
  if (newest && joins(newest)) return;
  const base = await lastApproved(tx, actor, request.id);
  if (!base) {
    throw new AppError("CONFLICT", "Nothing was approved yet, so there is nothing to renew.");
  }
  const cycle = await unlessDuplicate(
    tx.cycle.create({
      data: {
        ...{ ...where, number: (newest?.number ?? 0) + 1, kind: "renewal", renewsId: base.id },
        startedOn: dayToColumn(on),
      },
      select: { id: true, number: true },
    }),
    new AppError(
      "CONFLICT",
      `Round ${base.number} is being renewed already; look at that renewal.`,
    ),
  );
  const written = await formNow(tx, actor, request.id);
  await restoreForm(tx, actor, request, base.filed);
  await closeDutiesOf(tx, actor, {
    ...{ subject: windowSubject(base.id), state: "done", on, why: phrase("the renewal was begun") },
  });
  await openSignOff(tx, actor, { request, cycleId: cycle.id, renewal: renewalOf(request), on });
  await record(tx, actor, {
    action: "renewal.begun",
    subjectType: "cycle",
    subjectId: cycle.id,
    requestId: request.id,
    // What somebody was writing for other data sets is not lost.
    data: { name: String(cycle.number), renews: base.number, form: written },
  });
}

/** Whether items that are taken into a renewal join this newest round instead of beginning one. */
export function joins(newest: { kind: string; state: string }): boolean {
  return newest.kind === "renewal" && newest.state === "open";
}

/**
 * Gives up what was to renew an approval, within the move that takes items back to it. Once nothing
 * of the round is under way any more, the request says again what was last approved, what the round
 * told as reported is open for the next report, and its duties end. What was typed stays in the
 * history.
 */
export async function giveUpRenewal(tx: Tx, actor: Member, giving: RenewalMove): Promise<void> {
  const { request, on } = giving;
  const { teamId } = actor;
  const cycle = await tx.cycle.findFirst({
    where: { teamId, requestId: request.id },
    orderBy: { number: "desc" },
  });
  if (!cycle) throw notFound("cycle");
  const taking = await statusesIn(tx, actor, cycle);
  if (taking.some(isUnderWay)) return;
  const base = await lastApproved(tx, actor, request.id);
  if (!base || base.id === cycle.id) {
    return restoreForm(tx, actor, request, base?.filed ?? cycle.filed);
  }
  const given = await formNow(tx, actor, request.id);
  await restoreForm(tx, actor, request, base.filed);
  await tx.outputUse.updateMany({
    where: { teamId, requestId: request.id, cycleId: cycle.id },
    data: { cycleId: null },
  });
  const why = phrase("the renewal was given up");
  await closeDutiesOf(tx, actor, {
    ...{ subject: renewalSubject(cycle.id), state: "not_applicable", on, why },
  });
  await record(tx, actor, {
    action: "renewal.givenUp",
    subjectType: "cycle",
    subjectId: cycle.id,
    requestId: request.id,
    data: { name: String(cycle.number), form: given },
  });
}

/**
 * Brings the state of the newest round in line with its items, after each move and import: open,
 * approved with the first approval in it, rejected or withdrawn. Repeating it changes nothing.
 */
export async function settleRound(
  tx: Tx,
  actor: TeamActor,
  { requestId, on }: { requestId: string; on: Day },
): Promise<void> {
  const { teamId } = actor;
  const cycle = await tx.cycle.findFirst({
    where: { teamId, requestId },
    orderBy: { number: "desc" },
    include: { grants: { select: { decidedOn: true }, orderBy: { decidedOn: "asc" }, take: 1 } },
  });
  if (!cycle) return;
  const [first] = cycle.grants;
  const statuses = await statusesIn(tx, actor, cycle);
  const before = cycle.state as RoundState;
  const state = roundState({ state: before, hasApproval: first !== undefined, statuses });
  await settleSignOff(tx, actor, cycle, statuses, on);
  if (state === before) return;
  const decidedOn = state === "open" ? null : first ? first.decidedOn : dayToColumn(on);
  await tx.cycle.updateMany({ where: { id: cycle.id, teamId }, data: { state, decidedOn } });
  if (state === "withdrawn") {
    const why = phrase("the renewal came to nothing");
    const ended = { subject: renewalSubject(cycle.id), state: "not_applicable", on, why } as const;
    await closeDutiesOf(tx, actor, ended);
  }
  if (state !== "approved") return;
  const settled = { requestId, cycle, on: decidedOn ? dayFromColumn(decidedOn) : on };
  await storeDropDuties(tx, actor, settled);
  await openWindowDuty(tx, actor, settled);
}

/** The signature of our own house is given once no item waits for it, or for the text. */
async function settleSignOff(
  tx: Tx,
  actor: TeamActor,
  cycle: { id: string; kind: string },
  statuses: Awaited<ReturnType<typeof statusesIn>>,
  on: Day,
): Promise<void> {
  if (cycle.kind !== "renewal") return;
  if (statuses.some((status) => status === "draft" || status === "internal_signoff")) return;
  if (!statuses.some((status) => isUnderWay(status) || status === "rejected")) return;
  await closeDutiesOf(tx, actor, {
    ...{
      subject: renewalSubject(cycle.id),
      state: "done",
      on,
      why: phrase("the renewal was signed off"),
    },
  });
}

/** Where the items stand that take part in a round: in the first one all of them. */
async function statusesIn(
  tx: Tx,
  { teamId }: TeamActor,
  cycle: { requestId: string; number: number; kind: string },
) {
  const { requestId, number } = cycle;
  const items = await tx.requestItem.findMany({
    where: {
      ...{ teamId, requestId },
      ...(cycle.kind === "renewal" && { stays: { some: { cycle: number, leftOn: null } } }),
    },
    select: { status: true },
  });
  return items.map(({ status }) => status);
}

/** The newest round in which something was approved; of what it filed, what was approved. */
export async function lastApproved(tx: Tx, { teamId }: TeamActor, requestId: string) {
  const found = await tx.cycle.findFirst({
    where: { teamId, requestId, state: "approved" },
    orderBy: { number: "desc" },
    include: { grants: { select: { decidedOn: true }, orderBy: { decidedOn: "desc" }, take: 1 } },
  });
  if (!found) return null;
  const { grants, ...round } = found;
  const [last] = grants;
  const filed = last
    ? approvedFilings(round.filed, dayFromColumn(last.decidedOn))
    : readFilings(round.filed);
  return { ...round, filed };
}
