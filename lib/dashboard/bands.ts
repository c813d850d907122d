import { addDays, type Day, daysBetween } from "../dates/day";

/** How far away the ends of approvals are, in days from today; null: without limit on that side. */
export const END_BANDS = [
  { id: "past", from: null, to: -1 },
  { id: "within30", from: 0, to: 30 },
  { id: "within60", from: 31, to: 60 },
  { id: "within90", from: 61, to: 90 },
  { id: "later", from: 91, to: null },
] as const;
export type EndBandId = (typeof END_BANDS)[number]["id"];

/** For how many days something waits; null: without limit. */
export const WAIT_BANDS = [
  { id: "upTo14", from: 0, to: 14 },
  { id: "upTo30", from: 15, to: 30 },
  { id: "upTo60", from: 31, to: 60 },
  { id: "over60", from: 61, to: null },
] as const;
export type WaitBandId = (typeof WAIT_BANDS)[number]["id"];

/** In which band an end lies: exactly one, whatever the day. */
export function bandOfEnd(endsOn: Day, today: Day): EndBandId {
  const days = daysBetween(today, endsOn);
  const band = END_BANDS.find(({ to }) => to === null || days <= to);
  return band?.id ?? "later";
}

/** In which band a wait lies; what begins in the future has waited for no day yet. */
export function bandOfWait(since: Day, today: Day): WaitBandId {
  const days = daysBetween(since, today);
  const band = WAIT_BANDS.find(({ to }) => to === null || days <= to);
  return band?.id ?? "over60";
}

/** The first days of this month and of the eleven after it. */
export function nextMonths(today: Day): Day[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 12 }, (_, at) =>
    addDays(new Date(Date.UTC(year, month + at, 1)).toISOString().slice(0, 10) as Day, 0),
  );
}
