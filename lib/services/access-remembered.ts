import type { Day } from "../dates/day";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam } from "./transaction";

/** As many people times units as are worked out sooner than it pays to remember them. */
const SMALL = 2_000;

/** After so long all is worked out anew in any case; the catalogue is nobody's history. */
const LONGEST_MS = 60_000;

/** So many are kept over all teams, the newest. */
const MOST = 50;

/** Who may open what on a day, in letters; whoever and whatever they are about only by id. */
export interface Letters {
  on: Day;
  /** By unit: its place in each row. */
  places: ReadonlyMap<string, number>;
  /** By person: a letter for each unit. */
  rows: ReadonlyMap<string, string>;
}

/** When it was begun, by `performance.now`. */
type Remembered = Letters & { at: number };

const REMEMBERED = new Map<string, Remembered>();

/**
 * The letters of a large team as they were worked out before, for as long as its history says nothing
 * new, and for a minute at most: each change of what decides about access writes a line of history in
 * its own transaction. They are the same for everybody in the team. Small ones are always worked out.
 */
export async function rememberedLetters(
  actor: Member,
  asked: { units: "ours" | "all"; on: Day },
  workOut: () => Promise<Letters>,
): Promise<Letters> {
  authorise(actor, "access.read");
  const at = performance.now();
  // Before the facts are read: what changes while they are is worked out anew the next time.
  const key = [actor.teamId, await lastLine(actor), asked.units, asked.on].join(" ");
  const known = REMEMBERED.get(key);
  if (known && at - known.at < LONGEST_MS) return known;
  const letters = await workOut();
  if (letters.rows.size * letters.places.size > SMALL) keep(key, { ...letters, at });
  return letters;
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
