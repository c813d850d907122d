import type { IncidentKind } from "../archives/incident";
import { archiveByCode } from "../archives/index";
import { dueOf, explainDue } from "../incidents/deadline";
import { incidentSubject } from "../incidents/subject";
import type { Member } from "../team/actor";
import { openDuty } from "./open-duty";
import type { Tx } from "./transaction";

/** A unit that an incident touches, with the request under which its data were got. */
export interface TouchedUnit {
  unitId: string;
  archive: string;
  dac: string | null;
  request: { id: string; ownerId: string } | null;
}

/**
 * Opens what must be told to each archive whose data an incident touches, once for each request,
 * within the transaction that records it.
 */
export async function openIncidentDuties(
  tx: Tx,
  actor: Member,
  incident: { id: string; kind: IncidentKind; knownAt: Date },
  touched: readonly TouchedUnit[],
): Promise<void> {
  const { id, kind, knownAt } = incident;
  const timeZone = actor.timeZone ?? "UTC";
  for (const { archive: code, request, committees } of groups(touched)) {
    const duties = archiveByCode(code)?.incident.duties({ kind, committees }) ?? [];
    for (const duty of duties) {
      const due = dueOf(duty.deadline, knownAt, timeZone);
      await openDuty(tx, actor, {
        ...{ subject: incidentSubject(id, code, request?.id ?? null), kind: duty.kind },
        ...{ what: duty.what, source: duty.source, ...due },
        ...{ ownerId: request?.ownerId ?? actor.personId, requestId: request?.id ?? null },
        rule: explainDue(duty.rule, due, knownAt, timeZone),
      });
    }
  }
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
