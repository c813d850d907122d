import { ARCHIVES } from "../archives/index";
import { dayOf, dayToColumn } from "../dates/day";
import type { Job, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { newestOf } from "../versions/newest";
import { noteNewVersion, peopleToSign, VERSIONED } from "./new-versions";
import { teamIds } from "./team-ids";
import { inTeam, type Tx } from "./transaction";

/** Asked for, or being asked for: a newer version matters to whoever writes the request, too. */
const UNDER_WAY = [
  "draft",
  "internal_signoff",
  "submitted",
  "in_review",
  "changes_requested",
] as const;

/**
 * Looks for newer versions of what the teams have or ask for, in the catalogue and in their own
 * entries, for one team or for all. What is known already is not written again, so it may run as
 * often as one likes. The failure of one team does not keep the others from theirs; it is thrown at
 * the end. Returns how many were new.
 */
export async function watchVersions(job: Job, input: { teamId?: string } = {}): Promise<number> {
  authorise(job, "versions.watch");
  const failures: unknown[] = [];
  let found = 0;
  for await (const teamId of input.teamId ? [input.teamId] : teamIds(job)) {
    const actor = { ...job, teamId };
    try {
      found += await inTeam(actor, (tx) => watchTeam(tx, actor));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, "Some teams could not be watched for");
  return found;
}

async function watchTeam(tx: Tx, actor: TeamActor): Promise<number> {
  const held = await heldUnits(tx, actor);
  let found = 0;
  for (const archive of ARCHIVES) {
    const own = held.filter((unit) => unit.archive === archive.code);
    if (own.length === 0) continue;
    const units = await tx.accessUnit.findMany({
      where: { archive: archive.code, retiredAt: null },
      select: VERSIONED,
    });
    for (const unit of own) {
      const newer = newestOf(archive.versions, unit, units);
      if (!newer) continue;
      const isHeld = own.some(({ id }) => id === newer.id);
      // Where the team has the newest already, only people who have but the older one matter.
      if (isHeld && (await peopleToSign(tx, actor, unit.id, newer.id)).length === 0) continue;
      const ids = { oldUnitId: unit.id, newUnitId: newer.id };
      if (await noteNewVersion(tx, actor, { ...ids, source: "catalogue" })) found += 1;
    }
  }
  return found;
}

async function heldUnits(tx: Tx, { teamId, now }: TeamActor) {
  const today = dayToColumn(dayOf(now, "UTC"));
  return tx.accessUnit.findMany({
    where: {
      OR: [
        {
          grants: {
            some: { teamId, endedOn: null, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
          },
        },
        { items: { some: { teamId, status: { in: [...UNDER_WAY] } } } },
      ],
    },
    orderBy: { id: "asc" },
    select: VERSIONED,
  });
}
