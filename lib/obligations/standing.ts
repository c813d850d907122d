import type { Day } from "../dates/day";
import { formatDay } from "../dates/format";
import { phrase } from "../said/phrase";

/** What standing duties follow from: one person, the institution, one agreement or one request. */
export type Matter =
  | { kind: "person" | "agreement" | "request"; id: string }
  | { kind: "institution" };

/**
 * A duty that holds for as long as its facts do. At most one is open for one subject and kind; when
 * its day moves, the former one is closed and this one is opened.
 */
export interface StandingDuty {
  subject: string;
  kind: string;
  /** What to do, in the imperative. */
  what: string;
  dueOn: Day;
  /** The arithmetic in words, with its dates. */
  rule: string;
  /** The clause or page it comes from. */
  source: string;
  ownerId: string;
  personId?: string;
  requestId?: string;
  agreementId?: string;
  /** The archive whose rule it is; empty where it belongs to none. */
  archive: string;
  /** A later day means that the former duty was done: a training that was taken again. */
  isRenewed?: boolean;
  /** It need not be done any more, only because its day has gone by. */
  over?: { state: "done" | "not_applicable"; why: string };
}

/** A duty of one subject and kind that was closed by hand, whichever way. */
export interface ClosedByHand {
  subject: string;
  kind: string;
  dueOn: Day;
  closedOn: Day;
}

const PREFIX = "standing:";

/** What the standing duties of one matter begin with in their subject. */
export function standingPrefix(matter: Matter): string {
  return matter.kind === "institution"
    ? `${PREFIX}institution:`
    : `${PREFIX}${matter.kind}:${matter.id}:`;
}

/** What standing duties of all matters begin with in their subject. */
export const STANDING = PREFIX;

/** The matter that a standing duty's subject names; null for a duty with another cause. */
export function matterOf(subject: string): Matter | null {
  const [prefix, kind, id] = subject.split(":");
  if (`${prefix}:` !== PREFIX) return null;
  if (kind === "institution") return { kind };
  const isKnown = kind === "person" || kind === "agreement" || kind === "request";
  return isKnown && id ? { kind, id } : null;
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The newest due day of a subject and kind that somebody closed by hand; null for none. */
export function lastClosed(
  closed: readonly ClosedByHand[],
  subject: string,
  kind: string,
): ClosedByHand | null {
  const own = closed.filter((row) => row.subject === subject && row.kind === kind);
  return own.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)).at(-1) ?? null;
}

/** "3 May 2025, plus 24 months", for the words of a rule. */
export function plus(from: Day, count: number, unit: "day" | "month" | "year"): string {
  const day = formatDay(from);
  const [one, several] = {
    day: [phrase(`${day}, plus 1 day`), phrase(`${day}, plus ${count} days`)] as const,
    month: [phrase(`${day}, plus 1 month`), phrase(`${day}, plus ${count} months`)] as const,
    year: [phrase(`${day}, plus 1 year`), phrase(`${day}, plus ${count} years`)] as const,
  }[unit];
  return count === 1 ? one : several;
}
