import { type CalendarFilter, writeCalendarFilter } from "@/lib/calendar/filter";

/** The address of the calendar under a filter. */
export function calendarPath(team: string, filter: CalendarFilter = {}): string {
  const query = writeCalendarFilter(filter);
  return `/t/${encodeURIComponent(team)}/calendar${query && `?${query}`}`;
}
