import { type Matter, standingPrefix } from "../obligations/standing";
import type { TeamActor } from "../team/actor";
import type { Tx } from "./tx";

/** What a transaction has changed something about, and who changes it. */
export interface Touched {
  actor: TeamActor;
  /** By the prefix of their subjects. */
  matters: Map<string, Matter>;
  /** Whose they are is looked up before they are seen to. */
  qualificationIds: Set<string>;
}

const TOUCHED = new WeakMap<Tx, Touched>();

/** Says that facts of these changed, so that their standing duties follow before the commit. */
export function touch(tx: Tx, actor: TeamActor, ...matters: readonly Matter[]): void {
  const { matters: known } = touchedBy(tx, actor);
  for (const matter of matters) known.set(standingPrefix(matter), matter);
}

function touchedBy(tx: Tx, actor: TeamActor): Touched {
  const known = TOUCHED.get(tx) ?? {
    ...{ actor, matters: new Map<string, Matter>(), qualificationIds: new Set<string>() },
  };
  TOUCHED.set(tx, known);
  return known;
}

/** What was touched so far, which is thereby taken as seen to; null for nothing. */
export function takeTouched(tx: Tx): Touched | null {
  const known = TOUCHED.get(tx) ?? null;
  TOUCHED.delete(tx);
  return known;
}

/** Lines of history that tell of no fact on which a standing duty rests. */
const TELLS_NO_FACT =
  /^(certificate|comment|copy|document|import|invitation|mail|notice|proof|purpose|reminder|revision|roster)\./;

/** Touches whatever a line of history is about. */
export function touchByEvent(
  tx: Tx,
  actor: TeamActor,
  event: {
    action: string;
    subjectType: string;
    subjectId: string;
    requestId?: string;
    data?: Readonly<Record<string, unknown>>;
  },
): void {
  const { action, subjectType, subjectId, requestId, data } = event;
  if (TELLS_NO_FACT.test(action) || subjectType === "obligation") return;
  if (requestId) touch(tx, actor, { kind: "request", id: requestId });
  const { personId } = data ?? {};
  if (subjectType === "person") touch(tx, actor, { kind: "person", id: subjectId });
  if (subjectType === "agreement") touch(tx, actor, { kind: "agreement", id: subjectId });
  if (subjectType === "qualification") touchedBy(tx, actor).qualificationIds.add(subjectId);
  if (subjectType === "identity" && typeof personId === "string") {
    touch(tx, actor, { kind: "person", id: personId });
  }
}
