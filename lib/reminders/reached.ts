import { type Day, dayOf, daysBetween } from "../dates/day";
import { dutyKind } from "../obligations/kinds";
import type { Clock } from "./clock";
import { hourMilestone, milestoneFor, nextHourMilestone, nextMilestoneDay } from "./milestones";
import { type DecidedSchedule, decideSchedule, type Schedule } from "./schedule";
import type { ReminderSettings } from "./settings";

const HOUR_MS = 3_600_000;

/** What of a duty decides when people are reminded of it. */
export interface Timing {
  kind: string;
  /** Code of the archive whose rule it is; empty where it belongs to none. */
  archive: string;
  agreementId: string | null;
  dueOn: Day;
  /** The moment, where the rule counts in hours, and how many hours before it people are reminded. */
  dueAt: Date | null;
  hours: readonly number[];
  /** Told a single time, from its day on: the opening of a window, after which its end is reminded of. */
  isToldOnce: boolean;
}

/** The schedule by which a person is reminded of a duty; of nobody in particular without a person. */
export function scheduleFor(
  timing: Timing,
  personId: string,
  { schedules }: Pick<ReminderSettings, "schedules">,
): DecidedSchedule {
  const { kind, agreementId, archive } = timing;
  return decideSchedule(kind, { personId, agreementId, archive }, schedules, dutyKind(kind));
}

/**
 * So many days before the day of a duty a person is first reminded of each milestone ahead of it, as
 * calendar programs ring: 0 for the day itself, largest first. What is due by the hour counts as its
 * own day does, in UTC.
 */
export function ringingDays(
  timing: Timing,
  personId: string,
  settings: Pick<ReminderSettings, "schedules">,
): number[] {
  const { dueOn, dueAt, hours } = timing;
  if (timing.isToldOnce) return [0];
  if (!dueAt) return [...scheduleFor(timing, personId, settings).leads];
  const days = hours.map((hour) => {
    const moment = new Date(dueAt.getTime() - hour * HOUR_MS);
    return daysBetween(dayOf(moment, "UTC"), dueOn);
  });
  return [...new Set(days)];
}

/** The milestone that is reached for somebody in a time zone, as it is stored; null while none is. */
export function reachedMilestone(
  timing: Timing,
  schedule: Schedule,
  timeZone: string,
  clock: Clock,
): number | null {
  const { dueOn, dueAt, hours } = timing;
  const today = clock.today(timeZone);
  if (timing.isToldOnce) return today < dueOn ? null : 0;
  if (!dueAt) return milestoneFor(schedule, dueOn, today);
  const overdue = milestoneFor(afterOnly(schedule), dueOn, today);
  return overdue ?? hourMilestone(hours, dueAt, clock.now);
}

/** The instant at which somebody in a time zone reaches another milestone; null when none is to come. */
export function nextReached(
  timing: Timing,
  schedule: Schedule,
  timeZone: string,
  clock: Clock,
): Date | null {
  const { dueAt, hours } = timing;
  const today = clock.today(timeZone);
  if (dueAt) {
    const moment = nextHourMilestone(hours, dueAt, clock.now);
    if (moment) return moment;
  }
  const next = nextDay(timing, dueAt ? afterOnly(schedule) : schedule, today);
  return next && clock.startOf(next, timeZone);
}

function nextDay({ dueOn, isToldOnce }: Timing, schedule: Schedule, today: Day): Day | null {
  if (isToldOnce) return today < dueOn ? dueOn : null;
  return nextMilestoneDay(schedule, dueOn, today);
}

function afterOnly({ after }: Schedule): Schedule {
  return { leads: [], after };
}
