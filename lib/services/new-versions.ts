import type { Archive } from "../archives/archive";
import { archiveByCode } from "../archives/index";
import type { VersionEffect } from "../archives/version";
import { nameOfUnit } from "../catalogue/unit-name";
import { dayOf, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { isOpen } from "../readiness/verdict";
import { phrase } from "../said/phrase";
import type { Member, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import type { RecordVersion, SettleVersion } from "../versions/forms";
import { versionPrefix, versionSubject, versionTask } from "../versions/tasks";
import { loadTeamFacts } from "./access-facts";
import { isHere } from "./access-filtered";
import { judge } from "./access-verdicts";
import { once } from "./commands";
import { record } from "./events";
import { closeDuty } from "./obligations";
import { openDuty } from "./open-duty";
import { addOwnUnit } from "./own-units";
import { inTeam, type Tx } from "./transaction";
import { carryTerms } from "./unit-terms-rows";

/** What the rule and the words of a version need of a unit. */
export const VERSIONED = {
  ...{ id: true, archive: true, code: true, label: true, version: true, consentCode: true },
  ...{ dac: true, accessClass: true, policy: true, trainings: true, duo: true },
  dataset: { select: { title: true, shortTitle: true } },
} as const;

type Unit = NonNullable<Awaited<ReturnType<typeof findUnit>>>;

function findUnit(tx: Tx, id: string) {
  return tx.accessUnit.findFirst({ where: { id }, select: VERSIONED });
}

/** How a newer version came to be known. */
export type VersionSource = "hand" | "catalogue" | "import";

/**
 * Records a newer version of a unit that somebody heard of; where the catalogue does not have it, it
 * becomes an entry of the team's own. The same one again changes nothing.
 * @throws AppError INVALID at `typed` for what is no newer version of it; NOT_FOUND
 */
export async function recordNewVersion(
  actor: Member,
  { commandId, oldUnitId, typed }: RecordVersion,
): Promise<{ id: string }> {
  authorise(actor, "version.record");
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      const older = await findUnit(tx, oldUnitId);
      const archive = older && archiveByCode(older.archive);
      if (!older || !archive) throw notFound("access unit");
      const read = archive.versions.read(typed, older);
      if (!read.ok) throw invalid("typed", read.message);
      const { code, version } = read;
      const order = archive.versions.compare(older, { ...older, code, version });
      if (order !== null && order >= 0) {
        throw invalid("typed", `This is not newer than ${nameOfUnit(older)}.`);
      }
      const newer = await addOwnUnit(tx, actor, {
        ...{ archive: archive.code, code, isWhole: true, like: older },
        ...(version && { version }),
        title: older.dataset.shortTitle,
        ...(order !== null && {
          label: older.label,
          ...(older.consentCode && { consentCode: older.consentCode }),
        }),
      });
      const units = { oldUnitId, newUnitId: newer.id };
      const noted = await noteNewVersion(tx, actor, { ...units, source: "hand" });
      return noted ?? knownVersion(tx, actor, units);
    }),
  );
}

async function knownVersion(
  tx: Tx,
  { teamId }: TeamActor,
  units: { oldUnitId: string; newUnitId: string },
): Promise<{ id: string }> {
  return tx.newVersion.findUniqueOrThrow({
    where: { teamId_oldUnitId_newUnitId: { teamId, ...units } },
    select: { id: true },
  });
}

/**
 * Writes down that a unit has a newer version, with the tasks that its archive's rule gives: nothing,
 * a signature of each person who may open the older one today, or a request. Null, and nothing
 * written, where it is known already or the two are not of one archive.
 */
export async function noteNewVersion(
  tx: Tx,
  actor: TeamActor,
  input: { oldUnitId: string; newUnitId: string; source: VersionSource },
): Promise<{ id: string } | null> {
  const { oldUnitId, newUnitId, source } = input;
  const { teamId } = actor;
  const older = await findUnit(tx, oldUnitId);
  const newer = await findUnit(tx, newUnitId);
  const archive = older && archiveByCode(older.archive);
  if (!older || !newer || !archive || newer.archive !== archive.code) return null;
  const { effect } = archive.versions.effect(older, newer);
  const seenOn = dayOf(actor.now, "UTC");
  const [row] = await tx.newVersion.createManyAndReturn({
    data: [
      {
        ...{ teamId, oldUnitId, newUnitId, source, effect },
        ...{ seenOn: dayToColumn(seenOn), createdAt: actor.now },
        ...(effect === "nothing" && {
          ...{ settledOn: dayToColumn(seenOn), settledWhy: "There is nothing to do." },
        }),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!row) return null;
  await record(tx, actor, {
    ...{ action: "version.seen", subjectType: "version", subjectId: row.id },
    data: { name: nameOfUnit(newer), unit: nameOfUnit(older), effect, source },
  });
  await carryTerms(tx, actor, { oldUnitId, newUnitId });
  await openTasks(tx, actor, { id: row.id, effect, archive, older, newer });
  return row;
}

interface Seen {
  id: string;
  effect: VersionEffect;
  archive: Archive;
  older: Unit;
  newer: Unit;
}

async function openTasks(tx: Tx, actor: TeamActor, seen: Seen): Promise<void> {
  const { id, effect, archive, older, newer } = seen;
  const task = versionTask(archive, {
    ...{ effect, older: nameOfUnit(older), newer: nameOfUnit(newer) },
    source: archive.versions.effect(older, newer).source,
    seenOn: dayOf(actor.now, "UTC"),
  });
  if (!task) return;
  if (effect === "new_request") {
    const request = await requestOf(tx, actor, older.id);
    const ownerId = request?.ownerId ?? (actor.kind === "user" ? actor.personId : null);
    if (!ownerId) return;
    const about = { subject: versionSubject(id, null), ownerId, requestId: request?.id ?? null };
    await openDuty(tx, actor, { ...about, ...task });
    return;
  }
  for (const personId of await peopleToSign(tx, actor, older.id, newer.id)) {
    const about = { subject: versionSubject(id, personId), ownerId: personId, personId };
    await openDuty(tx, actor, { ...about, ...task });
  }
}

/** The newest request by which the team has a unit. */
async function requestOf(tx: Tx, { teamId }: TeamActor, unitId: string) {
  return tx.request.findFirst({
    where: { teamId, items: { some: { unitId } } },
    orderBy: { number: "desc" },
    select: { id: true, ownerId: true },
  });
}

const OVER = ["rejected", "withdrawn", "closed", "terminated"] as const;

/** Who of the team may open the older version today, but not the newer one, and has not asked for it. */
export async function peopleToSign(
  tx: Tx,
  actor: TeamActor,
  olderId: string,
  newerId: string,
): Promise<string[]> {
  const facts = await loadTeamFacts(tx, actor, { units: [olderId, newerId] });
  const today = dayOf(actor.now, "UTC");
  const verdictOf = judge(facts, today);
  const opens = (unitId: string) => (person: (typeof facts.people)[number]) =>
    facts.units.some((unit) => unit.id === unitId && isOpen(verdictOf(person, unit).verdict));
  const asking = await tx.requestItem.findMany({
    where: { teamId: actor.teamId, unitId: newerId, status: { notIn: [...OVER] } },
    select: { personId: true },
  });
  const asked = new Set(asking.map(({ personId }) => personId));
  // Access at PhysioNet goes on after the last day on the team, which then asks nothing any more.
  return facts.people
    .filter((person) => isHere(person, today) && opens(olderId)(person))
    .filter((person) => !opens(newerId)(person) && !asked.has(person.id))
    .map(({ id }) => id);
}

/**
 * Says that nobody has to do anything about a newer version, and why; what was open of it is closed
 * as not applicable. Throws NOT_FOUND, CONFLICT when it is settled already or was changed.
 */
export async function settleVersion(actor: Member, input: SettleVersion): Promise<void> {
  authorise(actor, "version.record");
  const { id, version, why } = input;
  const { teamId } = actor;
  await inTeam(actor, async (tx) => {
    const row = await tx.newVersion.findFirst({
      where: { id, teamId },
      include: { newUnit: { select: VERSIONED } },
    });
    if (!row) throw notFound("new version");
    const today = dayOf(actor.now, "UTC");
    const { count } = await tx.newVersion.updateMany({
      where: { id, teamId, version, settledOn: null },
      data: { settledOn: dayToColumn(today), settledWhy: why, version: { increment: 1 } },
    });
    if (count === 0) {
      throw new AppError("CONFLICT", "Somebody has settled this already. Load the page again.");
    }
    const open = await tx.obligation.findMany({
      where: { teamId, state: "open", subject: { startsWith: versionPrefix(id) } },
      select: { id: true, requestId: true },
    });
    for (const duty of open) await closeDuty(tx, actor, duty, "not_applicable", today, why);
    await record(tx, actor, {
      ...{ action: "version.settled", subjectType: "version", subjectId: id },
      data: { name: nameOfUnit(row.newUnit), reason: why },
    });
  });
}

/**
 * Closes what an approval of a newer version answers: of the person it is for, or of all; and the
 * version itself once nothing of it is open. Runs within the transaction that records the approval.
 */
export async function answerNewVersion(
  tx: Tx,
  actor: TeamActor,
  approval: { unitId: string; personId: string | null },
): Promise<void> {
  const { teamId } = actor;
  const today = dayOf(actor.now, "UTC");
  const seen = await tx.newVersion.findMany({
    where: { teamId, newUnitId: approval.unitId, settledOn: null },
    select: { id: true },
  });
  for (const { id } of seen) {
    const open = await tx.obligation.findMany({
      where: { teamId, state: "open", subject: { startsWith: versionPrefix(id) } },
      select: { id: true, requestId: true, subject: true },
    });
    const answered = open.filter(({ subject }) =>
      [versionSubject(id, approval.personId), versionSubject(id, null)].includes(subject),
    );
    for (const duty of answered)
      await closeDuty(tx, actor, duty, "done", today, phrase("access was given"));
    if (open.length > answered.length) continue;
    await tx.newVersion.updateMany({
      where: { id, teamId, settledOn: null },
      data: {
        ...{ settledOn: dayToColumn(today), version: { increment: 1 } },
        settledWhy: "Everybody who had to has it.",
      },
    });
  }
}
