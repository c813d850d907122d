import type { Answers } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { VersionEffect } from "../archives/version";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn } from "../dates/day";
import { invalid, notFound } from "../errors";
import { itemKey } from "../requests/draft";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import type { RequestVersion } from "../versions/forms";
import { versionPrefix } from "../versions/tasks";
import { type Saved, saveDraft } from "./drafts";
import { VERSIONED, type VersionSource } from "./new-versions";
import { inTeam, type Tx } from "./transaction";

/** Somebody's task because of a newer version. */
interface VersionTaskLine {
  id: string;
  person: { id: string; name: string };
  dueOn: Day;
  state: "open" | "done" | "not_applicable" | "missed";
}

/** A newer version as its page shows it. */
export interface VersionLine {
  id: string;
  version: number;
  archive: string;
  archiveName: string;
  older: { id: string; name: string };
  newer: { id: string; name: string; code: string };
  effect: VersionEffect;
  /** The archive's rule in a sentence, and where it stands. */
  sentence: string;
  rule: string;
  seenOn: Day;
  source: VersionSource;
  settledOn: Day | null;
  settledWhy: string | null;
  tasks: VersionTaskLine[];
}

/** Newer versions that the team knows of, unsettled ones first, then the newest; of one unit or all. */
export async function listNewVersions(
  actor: Member,
  filter: { unitId?: string } = {},
): Promise<VersionLine[]> {
  authorise(actor, "version.read");
  const { teamId } = actor;
  const { unitId } = filter;
  return inTeam(actor, async (tx) => {
    const rows = await tx.newVersion.findMany({
      where: { teamId, ...(unitId && { OR: [{ oldUnitId: unitId }, { newUnitId: unitId }] }) },
      orderBy: [
        { settledOn: { sort: "desc", nulls: "first" } },
        { seenOn: "desc" },
        { id: "desc" },
      ],
      include: { oldUnit: { select: VERSIONED }, newUnit: { select: VERSIONED } },
      take: 200,
    });
    const tasks = await tasksOf(
      tx,
      actor,
      rows.map(({ id }) => versionPrefix(id)),
    );
    return rows.flatMap((row): VersionLine[] => {
      const archive = archiveByCode(row.newUnit.archive);
      if (!archive) return [];
      const { sentence, source } = archive.versions.effect(row.oldUnit, row.newUnit);
      const { id, version, effect, settledWhy, newUnit, oldUnit } = row;
      return [
        {
          ...{ id, version, sentence, rule: source, settledWhy },
          ...{ archive: archive.code, archiveName: archive.name },
          effect: effect as VersionEffect,
          older: { id: oldUnit.id, name: nameOfUnit(oldUnit) },
          newer: { id: newUnit.id, name: nameOfUnit(newUnit), code: newUnit.code },
          seenOn: dayFromColumn(row.seenOn),
          source: row.source as VersionSource,
          settledOn: row.settledOn && dayFromColumn(row.settledOn),
          tasks: tasks
            .filter(({ subject }) => subject.startsWith(versionPrefix(id)))
            .map(({ subject: _subject, ...task }) => task),
        },
      ];
    });
  });
}

async function tasksOf(tx: Tx, { teamId }: Member, prefixes: readonly string[]) {
  if (prefixes.length === 0) return [];
  const rows = await tx.obligation.findMany({
    where: { teamId, OR: prefixes.map((prefix) => ({ subject: { startsWith: prefix } })) },
    orderBy: [{ owner: { name: "asc" } }, { id: "asc" }],
    select: {
      ...{ id: true, subject: true, dueOn: true, state: true },
      ...{
        owner: { select: { id: true, name: true } },
        person: { select: { id: true, name: true } },
      },
    },
  });
  return rows.map(({ owner, person, dueOn, ...row }) => ({
    ...row,
    person: person ?? owner,
    dueOn: dayFromColumn(dueOn),
  }));
}

/** A unit that the team has or asks for, of which a newer version may be recorded. */
export interface HeldUnit {
  id: string;
  name: string;
  code: string;
  archive: string;
  /** What to type for the next version, as an example. */
  example: string;
}

/** The units of the team's requests, by name. */
export async function listHeldUnits(actor: Member): Promise<HeldUnit[]> {
  authorise(actor, "version.read");
  const units = await inTeam(actor, (tx) =>
    tx.accessUnit.findMany({
      where: { items: { some: { teamId: actor.teamId } } },
      select: VERSIONED,
    }),
  );
  return units
    .flatMap((unit) => {
      const archive = archiveByCode(unit.archive);
      const { id, code } = unit;
      const example = archive?.versions.example(unit);
      return archive && example
        ? [{ id, code, name: nameOfUnit(unit), archive: archive.code, example }]
        : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Prepares a request for a newer version as a draft: for these people, with the answers that the
 * newest request for the older version has. The same form sent twice prepares one.
 * @throws AppError NOT_FOUND; INVALID at `personIds` where access is personal and nobody is chosen
 */
export async function requestNewVersion(actor: Member, input: RequestVersion): Promise<Saved> {
  authorise(actor, "request.create");
  const { commandId, id, personIds } = input;
  const { teamId } = actor;
  const draft = await inTeam(actor, async (tx) => {
    const row = await tx.newVersion.findFirst({
      where: { id, teamId },
      include: { newUnit: { select: VERSIONED } },
    });
    const archive = row && archiveByCode(row.newUnit.archive);
    if (!row || !archive) throw notFound("new version");
    if (archive.itemPerPerson && personIds.length === 0) {
      throw invalid("personIds", "Choose for whom the request is.");
    }
    const source = await tx.request.findFirst({
      where: { teamId, items: { some: { unitId: row.oldUnitId } } },
      orderBy: { number: "desc" },
      select: { id: true, answers: true },
    });
    const answered = await tx.requestItem.findMany({
      where: { teamId, unitId: row.oldUnitId, personId: { in: [...personIds] } },
      orderBy: { id: "asc" },
      select: { personId: true, answers: true },
    });
    const unitId = row.newUnitId;
    const people = archive.itemPerPerson ? personIds : [];
    return {
      ...{ id: commandId, version: null, archive: archive.code, unitIds: [unitId] },
      ...{ title: nameOfUnit(row.newUnit), personIds: [...people] },
      answers: (source?.answers ?? {}) as Answers,
      itemAnswers: Object.fromEntries(
        people.map((personId) => [
          itemKey({ unitId, personId }),
          (answered.find((item) => item.personId === personId)?.answers ?? {}) as Answers,
        ]),
      ),
    };
  });
  return saveDraft(actor, draft);
}
