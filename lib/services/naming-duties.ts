import type { DepartureDuty } from "../archives/departure";
import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { type Day, dayFromColumn } from "../dates/day";
import type { PlannedDuty } from "../people/departure";
import type { Member } from "../team/actor";
import { todayFor } from "../team/today";
import { storeDepartureDuties } from "./departure-duties";
import { planSoon } from "./obligations";
import type { Tx } from "./transaction";

/** The agreement in which the names change. */
interface NamingAgreement {
  id: string;
  archive: string;
  name: string;
  requestId: string | null;
  startsOn: Day;
}

/** Somebody whom it names in a function. */
interface Named {
  personId: string;
  function: string;
  startsOn: Day;
  endsOn: Day | null;
}

/**
 * Stores what follows when somebody is named in an agreement after it began. What would be overdue
 * already is taken for history that is written down late, and left alone.
 */
export async function storeJoiningDuties(
  tx: Tx,
  actor: Member,
  agreement: NamingAgreement,
  named: Named,
): Promise<void> {
  if (named.startsOn <= agreement.startsOn) return;
  const functions = [named.function as PersonFunction];
  const duties = rulesOf(agreement)?.joins({ functions, firstDay: named.startsOn }) ?? [];
  await store(tx, actor, agreement, named, "joining", duties);
}

/**
 * Stores what follows when an agreement names somebody no longer who stays on the team; an end that
 * is moved replaces what followed from the former one.
 */
export async function storeLeavingDuties(
  tx: Tx,
  actor: Member,
  agreement: NamingAgreement,
  named: Named & { leavesTeamOn: Day | null },
): Promise<void> {
  const { endsOn: lastDay, leavesTeamOn } = named;
  // A recorded departure has seen to it.
  if (lastDay === null || leavesTeamOn === lastDay) return;
  const functions = [named.function as PersonFunction];
  const leaving = { functions, filed: true, approved: true, lastDay };
  const rules = rulesOf(agreement);
  // Where the whole project would have to close, its own moves record that, not the end of a name.
  if (!rules || rules.handOver(leaving).how === "close_and_reapply") return;
  await store(tx, actor, agreement, named, "naming", rules.duties(leaving));
}

function rulesOf({ archive }: NamingAgreement) {
  return archiveByCode(archive)?.departure;
}

async function store(
  tx: Tx,
  actor: Member,
  agreement: NamingAgreement,
  { personId, function: held }: Named,
  cause: "joining" | "naming",
  duties: readonly DepartureDuty[],
): Promise<void> {
  const { teamId } = actor;
  const { id, archive, name: title, requestId } = agreement;
  const today = todayFor(actor);
  const subject = `${cause}:${personId}:${id}:${held}`;
  const request = requestId
    ? await tx.request.findFirst({ where: { id: requestId, teamId } })
    : null;
  const matter: PlannedDuty["matter"] = request
    ? { kind: "request", id: request.id, archive, number: request.number, title: request.title }
    : { kind: "agreement", id, archive, number: null, title };
  const stored = await tx.obligation.findMany({ where: { teamId, subject } });
  await storeDepartureDuties(tx, actor, {
    ...{ personId, today, ownerOf: () => request?.ownerId ?? actor.personId },
    stored: stored.map((row) => ({ ...row, dueOn: dayFromColumn(row.dueOn) })),
    duties: duties
      .filter(({ dueOn }) => dueOn >= today)
      .map((duty) => ({ ...duty, subject, matter })),
  });
  await planSoon(tx, actor);
}
