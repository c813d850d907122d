import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn, dayOf, isDay } from "../dates/day";
import { requestDuties } from "../obligations/request-duties";
import type { HeldGrant, RequestFacts } from "../obligations/request-facts";
import type { StandingChanges } from "../obligations/standing-changes";
import { findLifecycle } from "../requests/lifecycle";
import type { TeamActor } from "../team/actor";
import { utcDay } from "../team/today";
import { readStanding, storeStanding, waitForOthers } from "./standing-rows";
import type { Tx } from "./tx";
import { OF_TEAM, withTeamTerms } from "./unit-terms-rows";

/** The action of the line of history that says that somebody asked for news. */
export const NUDGED = "request.nudged";

const UNIT = {
  ...{ code: true, version: true, consentCode: true, duo: true, teamTerms: OF_TEAM },
  dataset: { select: { shortTitle: true } },
} as const;

/** Makes the standing duties of these requests follow from where they stand and what they hold. */
export async function followRequests(
  tx: Tx,
  actor: TeamActor,
  ids: readonly string[],
): Promise<StandingChanges[]> {
  const { teamId } = actor;
  await waitForOthers(tx, actor, "request", ids);
  const requests = await tx.request.findMany({
    where: { teamId, id: { in: [...ids] } },
    select: {
      ...{ id: true, archive: true, lifecycle: true, ownerId: true, status: true },
      ...{ projectEndsOn: true, createdAt: true },
      items: { select: { step: true, stepSince: true } },
    },
    orderBy: { id: "asc" },
  });
  if (requests.length === 0) return [];
  const grants = await grantsOf(tx, actor, ids);
  const outputs = grants.size > 0 ? await outputsOf(tx, actor, ids) : null;
  const asked = await askedOf(tx, actor, ids);
  const storedOf = await readStanding(tx, actor, "request", ids);
  const changed: StandingChanges[] = [];
  for (const { id, archive: code, lifecycle, items, ...request } of requests) {
    const archive = archiveByCode(code);
    if (!archive) continue;
    const stored = storedOf({ kind: "request", id });
    const facts: RequestFacts = {
      ...{ archive, lifecycle: findLifecycle(archive, lifecycle), closed: stored.closed },
      request: {
        ...{ id, ownerId: request.ownerId, status: request.status },
        recordedOn: dayOf(request.createdAt, "UTC"),
        projectEndsOn: request.projectEndsOn && dayFromColumn(request.projectEndsOn),
      },
      items: items.map((item) => ({ ...item, stepSince: dayFromColumn(item.stepSince) })),
      ...{ asked: asked.get(id) ?? [], grants: grants.get(id) ?? [] },
      ...{ outputs: outputs?.get(id) ?? [], today: utcDay(actor) },
    };
    changed.push(await storeStanding(tx, actor, stored, requestDuties(facts)));
  }
  return changed;
}

async function grantsOf(
  tx: Tx,
  { teamId }: TeamActor,
  ids: readonly string[],
): Promise<Map<string, HeldGrant[]>> {
  const rows = await tx.grant.findMany({
    where: { teamId, requestId: { in: [...ids] } },
    select: {
      ...{ requestId: true, unitId: true, personId: true, startsOn: true, endedOn: true },
      unit: { select: UNIT },
    },
    orderBy: { id: "asc" },
  });
  const held = rows.map(({ unit, ...row }) => ({
    ...row,
    startsOn: dayFromColumn(row.startsOn),
    endedOn: row.endedOn && dayFromColumn(row.endedOn),
    unit: { ...withTeamTerms(unit), name: nameOfUnit(unit) },
  }));
  return Map.groupBy(held, ({ requestId }) => requestId);
}

async function outputsOf(
  tx: Tx,
  { teamId }: TeamActor,
  ids: readonly string[],
): Promise<Map<string, RequestFacts["outputs"]>> {
  const uses = await tx.outputUse.findMany({
    where: { teamId, requestId: { in: [...ids] } },
    select: {
      requestId: true,
      output: { select: { id: true, title: true, on: true, createdAt: true } },
    },
    orderBy: { outputId: "asc" },
  });
  const known = uses.map(({ requestId, output: { id, title, on, createdAt } }) => ({
    ...{ requestId, id, title, on: dayFromColumn(on), recordedOn: dayOf(createdAt, "UTC") },
  }));
  return Map.groupBy(known, ({ requestId }) => requestId);
}

/** When somebody asked for news, by request; the history knows it. */
async function askedOf(
  tx: Tx,
  { teamId }: TeamActor,
  ids: readonly string[],
): Promise<Map<string, { step: string; on: Day }[]>> {
  const events = await tx.event.findMany({
    where: { teamId, action: NUDGED, requestId: { in: [...ids] } },
    orderBy: { seq: "asc" },
    select: { requestId: true, data: true },
  });
  const days = events.flatMap(({ requestId, data }) => {
    const { step, on } = data as { step?: unknown; on?: unknown };
    if (requestId === null || typeof step !== "string" || typeof on !== "string") return [];
    return isDay(on) ? [{ requestId, step, on }] : [];
  });
  return Map.groupBy(days, ({ requestId }) => requestId);
}
