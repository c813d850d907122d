import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { AppError, notFound } from "../errors";
import { type After, DUTY_KINDS } from "../obligations/kinds";
import type { StoredSchedule } from "../reminders/schedule";
import type { ResetSchedule, ScheduleTarget, SetSchedule } from "../reminders/schedule-forms";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

/** A schedule with what its dialog sends back. */
export interface ScheduleLine extends StoredSchedule {
  version: number;
  agreement: { id: string; name: string } | null;
}

const COLUMNS = {
  ...{ id: true, level: true, kind: true, personId: true, agreementId: true, archive: true },
  ...{ leads: true, after: true, version: true },
  agreement: { select: { id: true, name: true } },
} satisfies Prisma.ScheduleSelect;

/** What the team set for itself, its archives and agreements, and what the reader set for themselves. */
export async function listSchedules(actor: Member): Promise<ScheduleLine[]> {
  authorise(actor, "schedule.read");
  const { teamId, personId } = actor;
  const rows = await inTeam(actor, (tx) =>
    tx.schedule.findMany({
      where: { teamId, OR: [{ personId: null }, { personId }] },
      orderBy: [{ level: "asc" }, { kind: "asc" }, { id: "asc" }],
      select: COLUMNS,
      take: 1_000,
    }),
  );
  return rows.map(asLine);
}

/**
 * Sets when people are reminded of one kind of duties, or of all: for the actor, or as an organiser
 * for the team, an agreement or an archive. The nearest level counts. Reminders are planned anew.
 * @throws AppError NOT_FOUND; CONFLICT with the stored schedule, or null, in `details.current`
 */
export async function setSchedule(actor: Member, input: SetSchedule): Promise<ScheduleLine> {
  authorise(actor, permissionFor(input.target));
  const { target, kind, leads, after, version } = input;
  return inTeam(actor, async (tx) => {
    const key = await keyOf(tx, actor, target, kind);
    const values = { leads, after, updatedAt: actor.now };
    const { count } =
      version === 0
        ? await tx.schedule.createMany({ data: { ...key, ...values }, skipDuplicates: true })
        : await tx.schedule.updateMany({
            where: { ...key, version },
            data: { ...values, version: { increment: 1 } },
          });
    if (count === 0) throw conflict(await find(tx, key));
    await changed(tx, actor, target, "schedule.set", { kind, leads, after });
    const stored = await find(tx, key);
    if (!stored) throw notFound("schedule");
    return stored;
  });
}

/**
 * Takes a schedule away, so that the next level counts again. Where there is none, nothing changes.
 * @throws AppError NOT_FOUND; CONFLICT as `setSchedule`
 */
export async function resetSchedule(actor: Member, input: ResetSchedule): Promise<void> {
  authorise(actor, permissionFor(input.target));
  const { target, kind, version } = input;
  await inTeam(actor, async (tx) => {
    const key = await keyOf(tx, actor, target, kind);
    const stored = await find(tx, key);
    if (!stored) return;
    const { count } = await tx.schedule.deleteMany({ where: { ...key, version } });
    if (count === 0) throw conflict(stored);
    await changed(tx, actor, target, "schedule.reset", { kind });
  });
}

function permissionFor({ level }: ScheduleTarget) {
  return level === "person" ? "schedule.updateMine" : "schedule.update";
}

interface Key {
  teamId: string;
  level: string;
  kind: string;
  personId: string | null;
  agreementId: string | null;
  archive: string;
}

/** The columns that name one schedule. Throws NOT_FOUND for what is not of the team, or is no archive or kind. */
async function keyOf(tx: Tx, actor: Member, target: ScheduleTarget, kind: string): Promise<Key> {
  const { teamId, personId } = actor;
  if (kind !== "" && !DUTY_KINDS.some(({ id }) => id === kind)) throw notFound("kind of duty");
  const none = { personId: null, agreementId: null, archive: "" };
  const key = { teamId, kind, level: target.level, ...none };
  if (target.level === "person") return { ...key, personId };
  if (target.level === "archive") {
    if (!archiveByCode(target.archive)) throw notFound("archive");
    return { ...key, archive: target.archive };
  }
  if (target.level === "team") return key;
  const { agreementId } = target;
  const where = { teamId_id: { teamId, id: agreementId } };
  const agreement = await tx.agreement.findUnique({ where, select: { id: true } });
  if (!agreement) throw notFound("agreement");
  return { ...key, agreementId };
}

async function find(tx: Tx, key: Key): Promise<ScheduleLine | null> {
  const row = await tx.schedule.findFirst({ where: key, select: COLUMNS });
  return row && asLine(row);
}

function asLine(row: Prisma.ScheduleGetPayload<{ select: typeof COLUMNS }>): ScheduleLine {
  return { ...row, level: row.level as ScheduleLine["level"], after: row.after as After };
}

async function changed(
  tx: Tx,
  actor: Member,
  target: ScheduleTarget,
  action: string,
  data: Prisma.InputJsonObject,
): Promise<void> {
  const { teamId, personId } = actor;
  const isOwn = target.level === "person";
  await record(tx, actor, {
    ...{ action, subjectType: isOwn ? "person" : "team", subjectId: isOwn ? personId : teamId },
    data: { ...target, ...data },
  });
  await planAnew(tx, actor, {
    ...(data.kind !== "" && { kind: String(data.kind) }),
    ...(target.level === "agreement" && { agreementId: target.agreementId }),
    ...(target.level === "archive" && { archive: target.archive }),
  });
}

function conflict(current: ScheduleLine | null): AppError {
  return new AppError(
    "CONFLICT",
    "This schedule was changed while you were deciding. Compare, then save again.",
    { details: { current } },
  );
}
