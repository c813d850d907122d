import type { IncidentKind } from "../archives/incident";
import { archiveByCode } from "../archives/index";
import { dueOf, explainDue } from "../incidents/deadline";
import { incidentSubject } from "../incidents/subject";
import type { TeamActor } from "../team/actor";
import { utcDay } from "../team/today";
import { groups } from "./incident-duties";
import { storeObligations } from "./obligations";
import { openDuty } from "./open-duty";
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

/**
 * Opens what must be told of incidents that are open and was never stored; what was told or set
 * aside stays so. The day it is due counts in UTC, since nobody knows any more where it was noted.
 */
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
  for (const { id, kind, knownAt, foundById, units } of incidents) {
    const touched = units.map(({ unit, request }) => ({ ...unit, request }));
    for (const { archive, request, committees } of groups(touched)) {
      const subject = incidentSubject(id, archive, request?.id ?? null);
      const rules = archiveByCode(archive)?.incident;
      for (const duty of rules?.duties({ kind: kind as IncidentKind, committees }) ?? []) {
        const where = { teamId, subject, kind: duty.kind };
        if ((await tx.obligation.count({ where })) > 0) continue;
        const due = dueOf(duty.deadline, knownAt, "UTC");
        await openDuty(tx, actor, {
          ...{ subject, kind: duty.kind, what: duty.what, source: duty.source, ...due },
          ...{ archive, ownerId: request?.ownerId ?? foundById, requestId: request?.id ?? null },
          rule: explainDue(duty.rule, due, knownAt, "UTC"),
        });
        opened += 1;
      }
    }
  }
  return opened;
}
