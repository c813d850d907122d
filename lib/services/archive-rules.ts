import type { Archive } from "../archives/archive";
import { ARCHIVES, archiveByCode } from "../archives/index";
import type { RuleValues } from "../archives/qualification";
import { AppError, invalid, notFound } from "../errors";
import type { Member } from "../team/actor";
import { type ArchiveRulesInput, readRuleValues, ruleValues } from "../team/archive-rules";
import { authorise } from "../team/permissions";
import { utcDay } from "../team/today";
import { record } from "./events";
import { followWindow } from "./renewal-duties";
import { touch } from "./touched";
import { inTeam, type Tx } from "./transaction";

/** The rules of one archive as a team has them; `version` is 0 where it has set nothing yet. */
export interface RulesOfArchive {
  archive: string;
  version: number;
  values: RuleValues;
}

/** The rules of every archive that has some to set, in the order of the registry. */
export async function getArchiveRules(actor: Member): Promise<RulesOfArchive[]> {
  authorise(actor, "rules.read");
  const stored = await inTeam(actor, (tx) =>
    tx.archiveRules.findMany({
      where: { teamId: actor.teamId },
      select: { archive: true, values: true, version: true },
    }),
  );
  return ARCHIVES.filter(({ rules }) => rules.length > 0).map((archive) =>
    asRules(
      archive,
      stored.find((row) => row.archive === archive.code),
    ),
  );
}

/**
 * Sets rules of one archive; those that are not named stay as they are.
 * @throws AppError INVALID at `values.<id>`, NOT_FOUND for an archive that is none, CONFLICT with
 *   the stored rules in `details.current` when somebody saved in between
 */
export async function setArchiveRules(
  actor: Member,
  input: ArchiveRulesInput,
): Promise<RulesOfArchive> {
  authorise(actor, "rules.update");
  const archive = archiveByCode(input.archive);
  if (!archive) throw notFound("archive");
  return inTeam(actor, async (tx) => {
    const current = await readRules(tx, actor, archive);
    const read = readRuleValues(archive, current.values, input.values);
    if (!read.ok) throw invalid(`values.${read.id}`, read.message);
    const isStored = await store(tx, actor, input.version, archive.code, { ...read.values });
    if (!isStored) {
      throw new AppError(
        "CONFLICT",
        "Somebody changed these rules while you were deciding. Compare, then save again.",
        { details: { current: await readRules(tx, actor, archive) } },
      );
    }
    await touchWhatFollows(tx, actor, archive);
    await record(tx, actor, {
      action: "rules.updated",
      subjectType: "team",
      subjectId: actor.teamId,
      data: { name: archive.name, ...changes(archive, current.values, read.values) },
    });
    return { archive: archive.code, version: input.version + 1, values: read.values };
  });
}

/** What persons hold may end on another day now, and the windows of renewals may open on another. */
async function touchWhatFollows(tx: Tx, actor: Member, archive: Archive): Promise<void> {
  const { teamId } = actor;
  const types = archive.qualifications.filter(({ clocks }) =>
    clocks.some(({ end }) => typeof end !== "string"),
  );
  const held = await tx.qualification.findMany({
    where: { teamId, personId: { not: null }, type: { in: types.map(({ id }) => id) } },
    distinct: ["personId"],
    select: { personId: true },
  });
  const people = held.flatMap(({ personId }) => personId ?? []);
  touch(tx, actor, ...people.map((id) => ({ kind: "person", id }) as const));
  const requests = await tx.request.findMany({
    where: { teamId, archive: archive.code, grants: { some: { endedOn: null } } },
    select: { id: true },
  });
  for (const { id } of requests) {
    await followWindow(tx, actor, { requestId: id, on: utcDay(actor) });
  }
}

async function readRules(tx: Tx, actor: Member, archive: Archive): Promise<RulesOfArchive> {
  const stored = await tx.archiveRules.findUnique({
    where: { teamId_archive: { teamId: actor.teamId, archive: archive.code } },
    select: { values: true, version: true },
  });
  return asRules(archive, stored);
}

function asRules(
  archive: Archive,
  stored: { values: unknown; version: number } | null | undefined,
): RulesOfArchive {
  return {
    archive: archive.code,
    version: stored?.version ?? 0,
    values: ruleValues(archive, stored?.values),
  };
}

async function store(
  tx: Tx,
  { teamId }: Member,
  version: number,
  archive: string,
  values: Record<string, RuleValues[string]>,
): Promise<boolean> {
  const { count } =
    version === 0
      ? await tx.archiveRules.createMany({
          data: { teamId, archive, values },
          skipDuplicates: true,
        })
      : await tx.archiveRules.updateMany({
          where: { teamId, archive, version },
          data: { values, version: { increment: 1 } },
        });
  return count > 0;
}

/** What was changed, with old and new value, since access hangs on it. */
function changes({ rules }: Archive, before: RuleValues, after: RuleValues) {
  const changed = rules.filter(({ id }) => before[id] !== after[id]);
  return {
    fields: changed.map(({ label }) => label),
    changes: Object.fromEntries(
      changed.map(({ id }) => [id, { from: before[id] ?? null, to: after[id] ?? null }]),
    ),
  };
}
