import type { Day } from "../dates/day";
import { daysBetween } from "../dates/day";

/** What may hurt a team, each with what is needed to say so and to lead there. */
export type Risk =
  /** An approval's last day is over or near, and no renewal is begun. */
  | { kind: "lapsed" | "ending"; number: number; title: string; on: Day; approvals: number }
  /** Somebody holds data, and what they must hold for them has ended. */
  | { kind: "expired"; personId: string; name: string; what: string; on: Day }
  /** A duty that is still to be done, and its day is over. */
  | { kind: "overdue"; dutyId: string; what: string; owner: string; on: Day }
  /** Approvals that nobody looked up at their archive for longer than the team allows. */
  | { kind: "unseen"; archive: string; archiveName: string; approvals: number; on: Day }
  /** Mails that did not reach their readers, or wait until a lead lets them go. */
  | { kind: "mail"; problem: "bounced" | "failed" | "held"; mails: number };

/** The kinds, the most harmful first. */

/** Within so many days nobody can file a renewal in time any more: it comes before what is late. */
const TOO_NEAR_DAYS = 7;

/**
 * What hurts most first. Data that are open without an approval, or to somebody who may not have
 * them, break an agreement today. Mails that reach nobody hide all else. Then what is about to lapse
 * within a week, what is late, what lapses later, and what is only not looked up. Among equals what
 * has been so for longest, or is nearest, comes first; then by name, so that the order is always one.
 */
export function byHarm(risks: readonly Risk[], today: Day): Risk[] {
  return risks.toSorted(
    (a, b) =>
      harmOf(a, today) - harmOf(b, today) || order(dayOf(a), dayOf(b)) || order(keyOf(a), keyOf(b)),
  );
}

function harmOf(risk: Risk, today: Day): number {
  switch (risk.kind) {
    case "lapsed":
      return 0;
    case "expired":
      return 1;
    case "mail":
      return 2;
    case "ending":
      return daysBetween(today, risk.on) <= TOO_NEAR_DAYS ? 3 : 5;
    case "overdue":
      return 4;
    case "unseen":
      return 6;
  }
}

function dayOf(risk: Risk): string {
  return risk.kind === "mail" ? "" : risk.on;
}

/** What tells a risk from all others of the team. */
export function keyOf(risk: Risk): string {
  switch (risk.kind) {
    case "lapsed":
    case "ending":
      return `request ${String(risk.number).padStart(10, "0")}`;
    case "expired":
      return `person ${risk.personId} ${risk.what}`;
    case "overdue":
      return `duty ${risk.dutyId}`;
    case "unseen":
      return `archive ${risk.archive}`;
    case "mail":
      return `mail ${risk.problem}`;
  }
}

function order(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
