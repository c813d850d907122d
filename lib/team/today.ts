import { type Day, dayOf } from "../dates/day";
import type { Actor, Member } from "./actor";

/** The calendar day it is for a member, where they are. */
export function todayFor(actor: Pick<Member, "now" | "timeZone">): Day {
  return dayOf(actor.now, actor.timeZone ?? "UTC");
}

/** The latest calendar day that it is anywhere: what lies after it is the future for everybody. */
export function latestDay({ now }: Pick<Member, "now">): Day {
  return dayOf(now, "Pacific/Kiritimati");
}

/** The calendar day it is in UTC, for what must not depend on who looks. */
export function utcDay({ now }: Pick<Actor, "now">): Day {
  return dayOf(now, "UTC");
}
