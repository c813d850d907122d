import { type Day, daysBetween } from "../dates/day";

/** As stored: `missed` is what somebody closed as not done. */
export type StoredState = "open" | "done" | "not_applicable" | "missed";

/**
 * How a duty stands for its reader: an open one whose day is over is `overdue`, still to be done;
 * one that is due within 30 days is `due_soon`.
 */
export const DUTY_STATES = [
  "open",
  "due_soon",
  "overdue",
  "missed",
  "done",
  "not_applicable",
] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** Whether a duty that stands so is still to be done. */
export function isToDo(state: DutyState): boolean {
  return state === "open" || state === "due_soon" || state === "overdue";
}

const SOON = 30;

/** How a duty stands on `today`, the reader's own day; the due day itself is not over yet. */
export function dutyState(duty: { state: StoredState; dueOn: Day }, today: Day): DutyState {
  if (duty.state !== "open") return duty.state;
  const left = daysBetween(today, duty.dueOn);
  if (left < 0) return "overdue";
  return left <= SOON ? "due_soon" : "open";
}
