import type { IncidentKind } from "../archives/incident";
import { archiveByCode } from "../archives/index";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import { incidentLetter } from "../incidents/letter";
import { INCIDENT_SUBJECTS, incidentPrefix, incidentSubject } from "../incidents/subject";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { groups } from "./incident-duties";
import { type IncidentLine, incidentsOf } from "./incidents";
import { inTeam, type Tx } from "./transaction";

/** An incident as a line of the list. */
export interface IncidentRow {
  number: number;
  kind: IncidentKind;
  title: string;
  knownAt: Date;
  closedOn: Day | null;
  units: string[];
  /** What is still to be told. */
  openDuties: number;
  /** The nearest of it. */
  dueOn: Day | null;
  dueAt: Date | null;
}

/** Something to be told because of an incident. */
export interface IncidentDutyLine {
  id: string;
  kind: string;
  what: string;
  dueOn: Day;
  dueAt: Date | null;
  rule: string;
  source: string;
  /** What of it no public source confirms; null where the wording is known. */
  unconfirmed: string | null;
  /** The address to write to, where a public one is known. */
  where: string | null;
  owner: { id: string; name: string };
  state: "open" | "done" | "not_applicable" | "missed";
  closedOn: Day | null;
  closedWhy: string | null;
}

/** One archive that an incident touches, by one request or apart from any. */
export interface IncidentMatter {
  archive: string;
  archiveName: string;
  request: { number: number; title: string } | null;
  units: { id: string; name: string }[];
  duties: IncidentDutyLine[];
  /** What holds where nothing must be told; null where something must. */
  otherwise: string | null;
  /** The letter to send. */
  letter: string;
}

/** Everything the page of one incident shows. */
export type IncidentDetail = Awaited<ReturnType<typeof getIncident>>;

const UNIT = {
  select: {
    ...{ id: true, archive: true, code: true, version: true, consentCode: true, dac: true },
    dataset: { select: { shortTitle: true } },
  },
} as const;

/** The team's incidents: those that are not closed first, then the newest. */
export async function listIncidents(actor: Member): Promise<IncidentRow[]> {
  authorise(actor, "incident.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const rows = await tx.incident.findMany({
      where: { teamId },
      orderBy: [{ closedOn: { sort: "asc", nulls: "first" } }, { number: "desc" }],
      include: { units: { include: { unit: UNIT } } },
      take: 200,
    });
    const open = await tx.obligation.findMany({
      where: { teamId, state: "open", subject: { startsWith: INCIDENT_SUBJECTS } },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      select: { subject: true, dueOn: true, dueAt: true },
    });
    return rows.map((row) => {
      const own = open.filter(({ subject }) => subject.startsWith(incidentPrefix(row.id)));
      const { number, title, knownAt } = row;
      return {
        ...{ number, title, knownAt, kind: row.kind as IncidentKind },
        closedOn: row.closedOn && dayFromColumn(row.closedOn),
        units: [...new Set(row.units.map(({ unit }) => nameOfUnit(unit)))],
        openDuties: own.length,
        dueOn: own[0] ? dayFromColumn(own[0].dueOn) : null,
        dueAt: own[0]?.dueAt ?? null,
      };
    });
  });
}

/** The incidents of a request, for its page. */
export async function listIncidentsOfRequest(
  actor: Member,
  requestId: string,
): Promise<IncidentLine[]> {
  authorise(actor, "incident.read");
  return inTeam(actor, (tx) => incidentsOf(tx, actor, requestId));
}

/** One incident by the team's own number, with what to tell whom and the letters. Throws NOT_FOUND. */
export async function getIncident(actor: Member, number: number) {
  authorise(actor, "incident.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const row = await tx.incident.findFirst({
      where: { teamId, number },
      include: {
        foundBy: { select: { id: true, name: true } },
        team: { select: { institution: true } },
        units: {
          orderBy: { id: "asc" },
          include: {
            unit: UNIT,
            request: { select: { id: true, number: true, title: true, archiveNumber: true } },
          },
        },
      },
    });
    if (!row) throw notFound("incident");
    const { team, units: _units, ...incident } = row;
    return {
      ...incident,
      kind: row.kind as IncidentKind,
      happenedOn: row.happenedOn && dayFromColumn(row.happenedOn),
      closedOn: row.closedOn && dayFromColumn(row.closedOn),
      matters: await mattersOf(tx, actor, row, team.institution),
      notes: await notesOf(tx, actor, row.id),
    };
  });
}

interface Loaded {
  id: string;
  kind: string;
  what: string;
  measures: string;
  happenedOn: Date | null;
  knownAt: Date;
  knownZone: string;
  units: readonly {
    unit: {
      id: string;
      archive: string;
      code: string;
      version: string | null;
      consentCode: string | null;
      dac: string | null;
      dataset: { shortTitle: string };
    };
    request: { id: string; number: number; title: string; archiveNumber: string | null } | null;
  }[];
}

async function mattersOf(
  tx: Tx,
  actor: Member,
  incident: Loaded,
  institution: string,
): Promise<IncidentMatter[]> {
  const duties = await dutiesOf(tx, actor, incident.id);
  const touched = incident.units.map(({ unit, request }) => ({ ...unit, request }));
  return groups(touched).flatMap(({ archive: code, request, units, committees }) => {
    const archive = archiveByCode(code);
    if (!archive) return [];
    const told = archive.incident.duties({ kind: incident.kind as IncidentKind, committees });
    const subject = incidentSubject(incident.id, code, request?.id ?? null);
    const own = duties.filter((duty) => duty.subject === subject);
    return [
      {
        ...{ archive: code, archiveName: archive.name },
        request: request && { number: request.number, title: request.title },
        units: units.map((unit) => ({ id: unit.id, name: nameOfUnit(unit) })),
        duties: own.map(({ subject: _subject, ...duty }) => {
          const { unconfirmed = null, where = null } =
            told.find(({ kind }) => kind === duty.kind) ?? {};
          return { ...duty, unconfirmed, where };
        }),
        otherwise: own.length === 0 ? archive.incident.otherwise : null,
        letter: incidentLetter(archive.incident, {
          ...{ kind: incident.kind, what: incident.what, measures: incident.measures },
          ...{ knownAt: incident.knownAt, timeZone: incident.knownZone, committees },
          happenedOn: incident.happenedOn && dayFromColumn(incident.happenedOn),
          units: units.map((unit) => `${nameOfUnit(unit)} (${unit.code})`),
          request: request && { ...request, words: archive.words.request },
          ...{ institution, sender: actor.name },
        }),
      },
    ];
  });
}

async function dutiesOf(tx: Tx, { teamId }: Member, incidentId: string) {
  const rows = await tx.obligation.findMany({
    where: { teamId, subject: { startsWith: incidentPrefix(incidentId) } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, subject: true, kind: true, what: true, dueOn: true, dueAt: true },
      ...{ rule: true, source: true, state: true, closedOn: true, closedWhy: true },
      owner: { select: { id: true, name: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    dueOn: dayFromColumn(row.dueOn),
    closedOn: row.closedOn && dayFromColumn(row.closedOn),
  }));
}

/** What was written about it, oldest first. */
async function notesOf(tx: Tx, { teamId }: Member, subjectId: string) {
  const events = await tx.event.findMany({
    where: { teamId, subjectType: "incident", subjectId, action: "incident.noted" },
    orderBy: { seq: "asc" },
    take: 200,
    select: { id: true, at: true, actorName: true, data: true },
  });
  return events.map(({ id, at, actorName, data }) => ({ id, at, actorName, text: textIn(data) }));
}

function textIn(data: unknown): string {
  const text = typeof data === "object" && data !== null && "text" in data ? data.text : "";
  return typeof text === "string" ? text : "";
}
