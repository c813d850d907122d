import type { ScheduleTarget } from "@/lib/reminders/schedule-forms";
import type { ScheduleLine } from "@/lib/services/schedules";

/** Whom or what a schedule can be set for, as a list to choose from names it. */
export interface TargetChoice {
  label: string;
  target: ScheduleTarget;
}

/** One word for a target: `team`, `archive:ega`. */
export function keyOf(target: ScheduleTarget): string {
  if (target.level === "archive") return `archive:${target.archive}`;
  return target.level === "agreement" ? `agreement:${target.agreementId}` : target.level;
}

/** What a stored schedule is for. */
export function targetOf({ level, archive, agreementId }: ScheduleLine): ScheduleTarget {
  if (level === "archive") return { level, archive };
  if (level === "agreement") return { level, agreementId: agreementId ?? "" };
  return { level };
}

/** The stored schedule of a target for exactly this kind; empty: every kind. */
export function findSchedule(
  schedules: readonly ScheduleLine[],
  target: ScheduleTarget,
  kind: string,
): ScheduleLine | undefined {
  return schedules.find((line) => line.kind === kind && keyOf(targetOf(line)) === keyOf(target));
}
