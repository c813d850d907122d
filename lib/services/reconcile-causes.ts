import type { IncidentKind } from "../archives/incident";
import { archiveByCode } from "../archives/index";
import type { TeamActor } from "../team/actor";
import { utcDay } from "../team/today";
import { openIncidentDuties } from "./incident-duties";
import { storeObligations } from "./obligations";
import { followWindow } from "./renewal-duties";
import type { Tx } from "./tx";

/** Makes the ends of approvals and the windows of renewals follow; returns how many had to change. */
export async function reconcileGrants(
  tx: Tx,
  actor: TeamActor,
  requestIds: readonly string[],
): Promise<number> {
  const requests = await tx.request.findMany({
    where: { teamId: actor.teamId, id: { in: [...requestIds] }, grants: { some: {} } },
    select: { id: true, archive: true, lifecycle: true, grants: true },
    orderBy: { id: "asc" },
  });
  let changed = 0;
  for (const { id: requestId, archive: code, lifecycle, grants } of requests) {
    const archive = archiveByCode(code);
    if (!archive) continue;
    for (const grant of grants) {
      const terms = archive.terms(lifecycle);
      const { open, reopen, close } = await storeObligations(tx, actor, { grant, terms });
      changed += open.length + reopen.length + close.length;
    }
    changed += await followWindow(tx, actor, { requestId, on: utcDay(actor) });
  }
  return changed;
}

/** Opens what must be told of incidents that are open and was never stored. */
export async function reconcileIncidents(tx: Tx, actor: TeamActor): Promise<number> {
  const { teamId } = actor;
  const incidents = await tx.incident.findMany({
    where: { teamId, closedOn: null },
    include: {
      units: {
        include: {
          unit: { select: { archive: true, dac: true } },
          request: { select: { id: true, ownerId: true } },
        },
      },
    },
    orderBy: { number: "asc" },
  });
  let opened = 0;
  for (const { units, foundById, ...incident } of incidents) {
    const known = { ...incident, kind: incident.kind as IncidentKind };
    const touched = units.map(({ unit, request }) => ({ ...unit, request }));
    opened += await openIncidentDuties(tx, actor, known, { touched, ownerId: foundById });
  }
  return opened;
}
