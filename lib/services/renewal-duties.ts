import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import type { Renewal } from "../archives/renewal";
import { addDays, type Day, dayFromColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { notFound } from "../errors";
import { readFilings } from "../requests/filing";
import { renewalWindow } from "../requests/renewal";
import { renewalSubject, windowSubject } from "../requests/renewal-subject";
import { phrase } from "../said/phrase";
import type { TeamActor } from "../team/actor";
import { ruleValues } from "../team/archive-rules";
import { closeDuty, noteDuty, REVISED } from "./obligations";
import { type NewDuty, openDuty } from "./open-duty";
import type { Tx } from "./transaction";

interface Decided {
  requestId: string;
  cycle: { id: string; number: number; renewsId: string | null };
  /** The day of the first approval in the round. */
  on: Day;
}

/** Opens the duty to have a renewal signed off in our own house, where its archive asks for that. */
export async function openSignOff(
  tx: Tx,
  actor: TeamActor,
  input: {
    request: { id: string };
    cycleId: string;
    renewal: Renewal;
    on: Day;
  },
): Promise<void> {
  const { request, cycleId, renewal, on } = input;
  if (renewal.how === "not_renewable" || !renewal.signOff) return;
  const { signOff } = renewal;
  const ends = await tx.grant.findFirst({
    where: { teamId: actor.teamId, requestId: request.id, endedOn: null, endsOn: { not: null } },
    orderBy: { endsOn: "asc" },
    select: { endsOn: true },
  });
  if (!ends?.endsOn) return;
  const planned = addDays(dayFromColumn(ends.endsOn), -signOff.daysBefore);
  const isOver = planned < on;
  await openDuty(tx, actor, {
    ...{ subject: renewalSubject(cycleId), kind: signOff.kind, what: signOff.what },
    ownerId: await holderOf(tx, actor, request.id, signOff.function),
    requestId: request.id,
    dueOn: isOver ? on : planned,
    rule: isOver
      ? `${signOff.rule} That was ${formatDay(planned)}, before the renewal was begun, so it is due at once.`
      : signOff.rule,
    source: signOff.source,
  });
}

async function holderOf(
  tx: Tx,
  { teamId }: TeamActor,
  requestId: string,
  held: PersonFunction,
): Promise<string> {
  const request = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: requestId } },
    select: {
      ownerId: true,
      people: { where: { function: held }, orderBy: { id: "asc" }, take: 1 },
    },
  });
  return request.people[0]?.personId ?? request.ownerId;
}

/**
 * Opens the duty to begin the next renewal on the day on which its window opens; none where the
 * approval is so short that the window is open from its beginning.
 */
export async function openWindowDuty(tx: Tx, actor: TeamActor, decided: Decided): Promise<void> {
  const duty = await windowDuty(tx, actor, decided);
  if (duty) await openDuty(tx, actor, duty);
}

/**
 * Makes the duty to begin the next renewal follow the approvals as they are now: it moves with their
 * first end, and closes where none is left. A round that is being renewed keeps what it has. Returns
 * how many duties had to change.
 */
export async function followWindow(
  tx: Tx,
  actor: TeamActor,
  { requestId, on }: Omit<Decided, "cycle">,
): Promise<number> {
  const { teamId } = actor;
  let changed = 0;
  const cycles = await tx.cycle.findMany({
    where: {
      ...{ teamId, requestId, state: "approved" },
      renewals: { none: { state: { in: ["open", "approved"] } } },
    },
  });
  for (const cycle of cycles) {
    const duty = await windowDuty(tx, actor, { requestId, cycle, on });
    const rows = await tx.obligation.findMany({
      where: { teamId, subject: windowSubject(cycle.id) },
      select: { id: true, requestId: true, dueOn: true, state: true, closedBy: true },
    });
    for (const row of rows) {
      const holds = duty?.dueOn === dayFromColumn(row.dueOn);
      const why = duty ? phrase("the end moved") : phrase("nothing ends any more");
      if (!holds && row.state === "open") {
        await closeDuty(tx, actor, row, "not_applicable", on, why);
        changed += 1;
      }
      // What somebody closed by hand stays closed.
      if (holds && row.state === "not_applicable" && row.closedBy === null) {
        await reopenDuty(tx, actor, row);
        changed += 1;
      }
    }
    if (!duty || rows.some((row) => duty.dueOn === dayFromColumn(row.dueOn))) continue;
    await openDuty(tx, actor, duty);
    changed += 1;
  }
  return changed;
}

async function reopenDuty(tx: Tx, actor: TeamActor, row: { id: string; requestId: string | null }) {
  await tx.obligation.updateMany({
    where: { id: row.id, teamId: actor.teamId },
    data: { state: "open", closedOn: null, closedWhy: null, closedBy: null, ...REVISED },
  });
  await noteDuty(tx, actor, row.requestId, "obligation.opened", row.id, { again: true });
}

async function windowDuty(
  tx: Tx,
  { teamId }: TeamActor,
  { requestId, cycle, on }: Decided,
): Promise<NewDuty | null> {
  const request = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: requestId } },
    select: { archive: true, lifecycle: true, ownerId: true },
  });
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const renewal = archive.renewal(request.lifecycle);
  if (renewal.how === "not_renewable") return null;
  const rules = await tx.archiveRules.findUnique({
    where: { teamId_archive: { teamId, archive: archive.code } },
    select: { values: true },
  });
  const lengths = renewal.window(ruleValues(archive, rules?.values));
  const grants = await tx.grant.findMany({ where: { teamId, cycleId: cycle.id, endedOn: null } });
  const periods = grants.map(({ startsOn, endsOn }) => ({
    startsOn: dayFromColumn(startsOn),
    endsOn: endsOn && dayFromColumn(endsOn),
  }));
  const { opensOn, endsOn } = renewalWindow(lengths, periods, on);
  if (opensOn === null || endsOn === null) return null;
  return {
    ...{ subject: windowSubject(cycle.id), kind: renewal.opensKind, ownerId: request.ownerId },
    ...{ requestId, dueOn: opensOn },
    what: "Begin the renewal: from this day on it may be written and filed.",
    rule: `The last day of the approval, ${formatDay(endsOn)}, less ${lengths.opensDaysBefore} days. ${lengths.unconfirmed ?? ""}`.trim(),
    source: lengths.source,
  };
}

/**
 * Opens what follows under the archive's rules for whom an approved renewal names no longer: the
 * renewal itself has changed the project at the archive, but copies are to be closed to them.
 */
export async function storeDropDuties(
  tx: Tx,
  actor: TeamActor,
  { requestId, cycle, on }: Decided,
): Promise<void> {
  const request = await tx.request.findUniqueOrThrow({
    where: { teamId_id: { teamId: actor.teamId, id: requestId } },
    select: { archive: true, ownerId: true, people: true },
  });
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const renewed = cycle.renewsId
    ? await tx.cycle.findUnique({
        where: { teamId_id: { teamId: actor.teamId, id: cycle.renewsId } },
      })
    : null;
  const before = readFilings(renewed?.filed).at(-1)?.people ?? [];
  for (const [personId, named] of Map.groupBy(before, (each) => each.personId)) {
    // Whoever stays in another function goes on working with the data.
    if (request.people.some((each) => each.personId === personId)) continue;
    const functions = named.map((each) => each.function);
    const leaving = { functions, filed: true, approved: true, lastDay: on };
    for (const duty of archive.departure.duties(leaving)) {
      if (duty.effect !== "destroy" && duty.effect !== "notify") continue;
      const { kind, what, dueOn, source } = duty;
      await openDuty(tx, actor, {
        ...{ subject: `${renewalSubject(cycle.id)}:${personId}`, kind, what, dueOn, source },
        ...{ requestId, personId, ownerId: request.ownerId },
        rule: `The renewal of ${formatDay(on)} dropped this person, which we count as the last day. ${duty.rule}`,
      });
    }
  }
}
