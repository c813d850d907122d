import type { IncidentKind } from "../archives/incident";
import { ARCHIVES } from "../archives/index";
import { type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { instantOf } from "../dates/moment";
import { AppError, invalid, notFound } from "../errors";
import type {
  CloseIncident,
  NoteIncident,
  RecordIncident,
  SetMeasures,
  WaiveDuty,
} from "../incidents/forms";
import { incidentPrefix, isOfIncident } from "../incidents/subject";
import type { Member, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { openIncidentDuties, type TouchedUnit } from "./incident-duties";
import { closeDuty } from "./obligations";
import { inTeam, type Tx } from "./transaction";

/**
 * Records an incident with what must be told to whom, all at once: the requests under which the
 * data were got are found by their approvals. The moment of knowing is read on the reader's clock.
 * The same form sent twice records one.
 * @throws AppError INVALID for a moment to come, one that the clocks skipped, or a day of the
 *   incident after it; NOT_FOUND for people and units that are not here
 */
export async function recordIncident(
  actor: Member,
  { commandId, incident }: RecordIncident,
): Promise<{ number: number }> {
  authorise(actor, "incident.record");
  const knownAt = readMoment(actor, incident);
  const knownZone = actor.timeZone ?? "UTC";
  const { teamId, now: createdAt } = actor;
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      const { foundById, kind, title, what, measures, happenedOn, unitIds } = incident;
      const finder = await tx.person.findFirst({ where: { id: foundById, teamId } });
      if (!finder) throw notFound("person");
      const touched = await touchedUnits(tx, actor, unitIds);
      const number = await nextNumber(tx, actor);
      const { id } = await tx.incident.create({
        data: {
          ...{ teamId, number, kind, title, what, measures, foundById, createdAt },
          ...{ knownAt, knownZone },
          happenedOn: happenedOn && dayToColumn(happenedOn),
        },
        select: { id: true },
      });
      await tx.incidentUnit.createMany({
        data: touched.map(({ unitId, request }) => ({
          ...{ teamId, incidentId: id, unitId, requestId: request?.id ?? null },
        })),
      });
      await note(tx, actor, id, "incident.recorded", { name: title, number, kind });
      const known = { id, kind, knownAt, knownZone };
      await openIncidentDuties(tx, actor, known, { touched, ownerId: actor.personId });
      return { number };
    }),
  );
}

function readMoment(actor: Member, incident: RecordIncident["incident"]): Date {
  const { knownOn, knownTime, happenedOn } = incident;
  const knownAt = instantOf(knownOn, knownTime, actor.timeZone ?? "UTC");
  if (!knownAt) {
    throw invalid(
      "incident.knownTime",
      "The clocks skipped this time that night; write the time that they showed.",
    );
  }
  if (knownAt > actor.now) throw invalid("incident.knownTime", "This moment is still to come.");
  if (happenedOn !== null && happenedOn > knownOn) {
    throw invalid("incident.happenedOn", "It cannot have happened after somebody knew of it.");
  }
  return knownAt;
}

/** The units with every request by which the team ever got them; an approval that ended counts. */
async function touchedUnits(
  tx: Tx,
  { teamId }: Member,
  unitIds: readonly string[],
): Promise<TouchedUnit[]> {
  const units = await tx.accessUnit.findMany({
    where: { id: { in: [...unitIds] }, archive: { in: ARCHIVES.map(({ code }) => code) } },
    select: { id: true, archive: true, dac: true },
  });
  if (units.length !== unitIds.length) throw notFound("access unit");
  const grants = await tx.grant.findMany({
    where: { teamId, unitId: { in: [...unitIds] } },
    distinct: ["unitId", "requestId"],
    orderBy: { id: "asc" },
    select: { unitId: true, request: { select: { id: true, ownerId: true } } },
  });
  return units.flatMap(({ id: unitId, archive, dac }): TouchedUnit[] => {
    const requests = grants.filter((grant) => grant.unitId === unitId);
    const about = { unitId, archive, dac };
    if (requests.length === 0) return [{ ...about, request: null }];
    return requests.map(({ request }) => ({ ...about, request }));
  });
}

/** Numbers follow each other without a gap, also where two record at once. */
async function nextNumber(tx: Tx, { teamId }: Member): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${teamId} incident`}, 0))`;
  const { _max } = await tx.incident.aggregate({ where: { teamId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

async function note(
  tx: Tx,
  actor: Member,
  subjectId: string,
  action: string,
  data: Record<string, string | number>,
): Promise<void> {
  await record(tx, actor, { action, subjectType: "incident", subjectId, data });
}

/** Writes what was done about an incident. Throws NOT_FOUND; CONFLICT once it is closed or was changed. */
export async function setMeasures(actor: Member, input: SetMeasures): Promise<void> {
  authorise(actor, "incident.record");
  const { id, version, measures } = input;
  await inTeam(actor, async (tx) => {
    const incident = await findOpen(tx, actor, id);
    await change(tx, actor, { id, version }, { measures });
    await note(tx, actor, id, "incident.measures", { name: incident.title });
  });
}

/** Adds a note, which stays as it is. Throws NOT_FOUND. */
export async function noteIncident(actor: Member, input: NoteIncident): Promise<{ id: string }> {
  authorise(actor, "incident.record");
  const { commandId, id, text } = input;
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      const incident = await find(tx, actor, id);
      await note(tx, actor, id, "incident.noted", { name: incident.title, text });
      return { id };
    }),
  );
}

/**
 * Says that a duty of an incident does not apply, and why.
 * @throws AppError NOT_FOUND for what is no duty of an incident; CONFLICT when it is closed already
 */
export async function waiveIncidentDuty(actor: Member, { id, why }: WaiveDuty): Promise<void> {
  authorise(actor, "incident.close");
  await inTeam(actor, async (tx) => {
    const row = await tx.obligation.findFirst({ where: { id, teamId: actor.teamId } });
    if (!row || !isOfIncident(row.subject)) throw notFound("duty");
    if (row.state !== "open") throw new AppError("CONFLICT", "This duty is closed already.");
    await closeDuty(tx, actor, row, "not_applicable", todayFor(actor), why);
  });
}

/**
 * Closes an incident, once everything that had to be told was told or declared not to apply.
 * @throws AppError NOT_FOUND; CONFLICT while a duty is open, when it is closed already, or was changed
 */
export async function closeIncident(actor: Member, input: CloseIncident): Promise<void> {
  authorise(actor, "incident.close");
  const { id, version, why } = input;
  await inTeam(actor, async (tx) => {
    const incident = await findOpen(tx, actor, id);
    const open = await tx.obligation.count({
      where: {
        ...{ teamId: actor.teamId, state: "open" },
        subject: { startsWith: incidentPrefix(id) },
      },
    });
    if (open > 0) {
      throw new AppError(
        "CONFLICT",
        open === 1
          ? "One archive has still to be told. Record that it was, or why it need not be, then close this."
          : `${open} duties are still open. Record that they were done, or why they do not apply, then close this.`,
      );
    }
    const closedOn = dayToColumn(todayFor(actor));
    await change(tx, actor, { id, version }, { closedOn, closedWhy: why });
    await note(tx, actor, id, "incident.closed", { name: incident.title, reason: why });
  });
}

async function find(tx: Tx, { teamId }: TeamActor, id: string) {
  const incident = await tx.incident.findFirst({ where: { id, teamId } });
  if (!incident) throw notFound("incident");
  return incident;
}

async function findOpen(tx: Tx, actor: Member, id: string) {
  const incident = await find(tx, actor, id);
  if (incident.closedOn) throw new AppError("CONFLICT", "This incident is closed.");
  return incident;
}

async function change(
  tx: Tx,
  { teamId }: Member,
  { id, version }: { id: string; version: number },
  data: { measures?: string; closedOn?: Date; closedWhy?: string },
): Promise<void> {
  const { count } = await tx.incident.updateMany({
    where: { id, teamId, version, closedOn: null },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return;
  throw new AppError(
    "CONFLICT",
    "Somebody changed this incident while you were writing. What you typed is still here: look at what stands there now, then decide.",
  );
}

/** An incident in a line, as a request and its next report name it. */
export interface IncidentLine {
  number: number;
  kind: IncidentKind;
  title: string;
  knownOn: Day;
  closedOn: Day | null;
}

/**
 * The incidents of a request, oldest first; with `since` those that came to be known from that day
 * (in UTC) on, for a report on the time since the last one.
 */
export async function incidentsOf(
  tx: Tx,
  { teamId }: TeamActor,
  requestId: string,
  since: Day | null = null,
): Promise<IncidentLine[]> {
  const rows = await tx.incident.findMany({
    where: {
      ...{ teamId, units: { some: { requestId } } },
      ...(since && { knownAt: { gte: dayToColumn(since) } }),
    },
    orderBy: { number: "asc" },
    select: {
      ...{ number: true, kind: true, title: true, closedOn: true },
      ...{ knownAt: true, knownZone: true },
    },
  });
  return rows.map(({ knownAt, knownZone, ...row }) => ({
    ...row,
    kind: row.kind as IncidentKind,
    knownOn: dayOf(knownAt, knownZone),
    closedOn: row.closedOn && dayFromColumn(row.closedOn),
  }));
}
