import { INCIDENT_KINDS, type IncidentDeadline } from "../archives/incident";
import { ARCHIVES } from "../archives/index";
import { addBusinessDays } from "../dates/business-days";
import { type Day, dayOf } from "../dates/day";
import { formatInstant } from "../dates/format";

const HOUR = 3_600_000;

/** Until when something must be told: a day, and the very moment where the rule counts in hours. */
export interface IncidentDue {
  dueOn: Day;
  dueAt?: Date;
}

/**
 * The end of a deadline that runs from the moment of knowing. Days are those of a calendar in
 * `timeZone`, where the incident was recorded; the day of a moment is its day in UTC, as all duties
 * count theirs.
 */
export function dueOf(deadline: IncidentDeadline, knownAt: Date, timeZone: string): IncidentDue {
  const knownOn = dayOf(knownAt, timeZone);
  switch (deadline.kind) {
    case "hours": {
      const dueAt = new Date(knownAt.getTime() + deadline.hours * HOUR);
      return { dueOn: dayOf(dueAt, "UTC"), dueAt };
    }
    case "same_day":
      return { dueOn: knownOn };
    case "business_days":
      return { dueOn: addBusinessDays(knownOn, deadline.days) };
  }
}

/** The arithmetic of a date in words: the rule, the moment it runs from and, in hours, its end. */
export function explainDue(
  rule: string,
  due: IncidentDue,
  knownAt: Date,
  timeZone: string,
): string {
  const known = formatInstant(knownAt, timeZone);
  const reckoned = due.dueAt
    ? `Known on ${known} (${timeZone}), so until ${formatInstant(due.dueAt, timeZone)}.`
    : `Known on ${known} (${timeZone}).`;
  return `${rule} ${reckoned}`;
}

/** When to remind of something due within hours where no archive says: at once, and thrice in a day. */
const HOURS_BEFORE = [24, 20, 12, 4];

/**
 * How many hours before its moment people are reminded of a duty of this kind: at once, and so many
 * hours after the moment of knowing as its archive's rules of incidents say. Largest first.
 */
export function hoursBefore(kind: string): readonly number[] {
  for (const { incident } of ARCHIVES) {
    for (const { id } of INCIDENT_KINDS) {
      const duty = incident.duties({ kind: id, committees: [] }).find((one) => one.kind === kind);
      if (duty?.deadline.kind !== "hours") continue;
      const { hours } = duty.deadline;
      return [hours, ...duty.remindAfterHours.map((after) => hours - after)];
    }
  }
  return HOURS_BEFORE;
}
