import type { Day } from "../dates/day";
import type { AccessFilter } from "../readiness/access-query";
import type { AccessMatrix } from "../readiness/access-view";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam } from "./transaction";

/** As many people times units as are worked out sooner than it pays to remember them. */
const SMALL = 2_000;

/** After so long a matrix is worked out anew in any case; the catalogue is nobody's history. */
const LONGEST_MS = 60_000;

/** Of so many matrices, over all teams, the last ones are kept. */
const MOST = 50;

interface Remembered {
  matrix: AccessMatrix;
  /** When it was begun. */
  at: number;
}

const REMEMBERED = new Map<string, Remembered>();

/**
 * The matrix of a large team as it was worked out before, for as long as its history says nothing
 * new, and for a minute at most: each change of what decides about access writes a line of history in
 * its own transaction. It is the same for everybody in the team. Small ones are always worked out.
 */
export async function rememberedMatrix(
  actor: Member,
  filter: AccessFilter & { on: Day },
  workOut: () => Promise<AccessMatrix>,
): Promise<AccessMatrix> {
  authorise(actor, "access.read");
  const at = performance.now();
  // Before the facts are read: what changes while they are is worked out anew the next time.
  const key = JSON.stringify([actor.teamId, await lastLine(actor), filter]);
  const known = REMEMBERED.get(key);
  if (known && at - known.at < LONGEST_MS) return known.matrix;
  const matrix = await workOut();
  if (matrix.people.length * matrix.units.length > SMALL) keep(key, { matrix, at });
  return matrix;
}

/** The number of the last line of the team's history; 0 where there is none. */
async function lastLine(actor: Member): Promise<number> {
  const last = await inTeam(actor, (tx) =>
    tx.event.findFirst({
      where: { teamId: actor.teamId },
      orderBy: { seq: "desc" },
      select: { seq: true },
    }),
  );
  return last?.seq ?? 0;
}

function keep(key: string, remembered: Remembered): void {
  REMEMBERED.delete(key);
  REMEMBERED.set(key, remembered);
  for (const oldest of REMEMBERED.keys()) {
    if (REMEMBERED.size <= MOST) break;
    REMEMBERED.delete(oldest);
  }
}
