import type { Gate } from "../archives/gate";
import type { AccessFacts } from "./facts";
import type { Answers, GateState, SharedAnswers } from "./gate-state";
import type { AccessStatus } from "./verdict";

/**
 * Whether nothing of the one way to the unit, if there is any, is about this person: it is not their
 * own, it names them in no function, and they signed no other version of the project.
 */
export function isStranger({ person, tracks, otherVersions }: AccessFacts): boolean {
  const [track] = tracks;
  if (tracks.length > 1 || otherVersions.length > 0) return false;
  if (track === undefined) return true;
  return track.personId === null && (track.people.get(person.id)?.length ?? 0) === 0;
}

/** Statuses that were found for strangers to the unit, by likeness. */
export function strangersTo(
  { tracks, unit }: AccessFacts,
  { strangers }: SharedAnswers,
): Map<string, AccessStatus> {
  const way = tracks[0] ?? unit;
  let statuses = strangers.get(way);
  if (statuses === undefined) {
    statuses = new Map();
    strangers.set(way, statuses);
  }
  return statuses;
}

/** One text for all that are equal: to find it in a map takes no reading then. */
const likenesses = new Map<string, string>();

/**
 * All that the word for a shut unit takes from what is asked of a person alone (see `shutStatus`).
 * Null where what they hold decides otherwise than by `states`.
 */
export function likenessOf(gates: readonly Gate[], states: Answers): string | null {
  if (gates.some((gate, at) => states[at] === null && asksStranger(gate))) return null;
  const text = states.map((state) => (state ? wordOf(state) : "")).join();
  const likeness = likenesses.get(text) ?? text;
  likenesses.set(text, likeness);
  return likeness;
}

/** What only people in some function need is asked of no stranger. */
function asksStranger(gate: Gate): boolean {
  if (gate.kind !== "identity" && gate.kind !== "qualification") return false;
  if (gate.functions !== undefined) return false;
  return gate.kind === "identity" || gate.holder === "person";
}

function wordOf(state: GateState): string {
  if (state.is !== "shut") return state.is;
  return `${state.code} ${state.over?.end}`;
}
