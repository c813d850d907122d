import type { IncidentKind } from "../archives/incident";
import { archiveByCode } from "../archives/index";
import { dueOf, explainDue } from "../incidents/deadline";
import { incidentSubject } from "../incidents/subject";
import type { TeamActor } from "../team/actor";
import { openDuty } from "./open-duty";
import type { Tx } from "./transaction";

/** A unit that an incident touches, with the request under which its data were got. */
export interface TouchedUnit {
  unitId: string;
  archive: string;
  dac: string | null;
  request: { id: string; ownerId: string } | null;
}

/** What an incident's deadlines count from, and in which calendar. */
export interface KnownIncident {
  id: string;
  kind: IncidentKind;
  knownAt: Date;
  knownZone: string;
}

/**
 * Opens what must be told to each archive whose data an incident touches, once for each request, and
 * was never stored; within the transaction that records it, and each night.
 * @param ownerId whose it is where the data came by no request
 * @returns how many were opened
 */
export async function openIncidentDuties(
  tx: Tx,
  actor: TeamActor,
  { id, kind, knownAt, knownZone }: KnownIncident,
  { touched, ownerId }: { touched: readonly Omit<TouchedUnit, "unitId">[]; ownerId: string },
): Promise<number> {
  const { teamId } = actor;
  let opened = 0;
  for (const { archive, request, committees } of groups(touched)) {
    const subject = incidentSubject(id, archive, request?.id ?? null);
    for (const duty of archiveByCode(archive)?.incident.duties({ kind, committees }) ?? []) {
      const where = { teamId, subject, kind: duty.kind };
      // What was told or set aside stays so.
      if ((await tx.obligation.count({ where })) > 0) continue;
      const due = dueOf(duty.deadline, knownAt, knownZone);
      await openDuty(tx, actor, {
        ...{ subject, kind: duty.kind, what: duty.what, source: duty.source, ...due },
        ...{ archive, ownerId: request?.ownerId ?? ownerId, requestId: request?.id ?? null },
        rule: explainDue(duty.rule, due, knownAt, knownZone),
      });
      opened++;
    }
  }
  return opened;
}

/** The units by archive and request, with the committees that are known of them. */
export function groups<
  U extends Pick<TouchedUnit, "archive" | "dac"> & { request: { id: string } | null },
>(
  touched: readonly U[],
): { archive: string; request: U["request"]; units: U[]; committees: string[] }[] {
  const found = new Map<string, { archive: string; request: U["request"]; units: U[] }>();
  for (const unit of touched) {
    const { archive, request } = unit;
    const key = `${archive}:${request?.id ?? ""}`;
    const group = found.get(key);
    if (group) group.units.push(unit);
    else found.set(key, { archive, request, units: [unit] });
  }
  return [...found.values()].map((group) => ({
    ...group,
    committees: [...new Set(group.units.flatMap(({ dac }) => dac ?? []))],
  }));
}
