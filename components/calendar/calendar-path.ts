import { writeDutyFilter } from "@/lib/duties/filter";
import type { CalendarFilter } from "@/lib/services/calendar";

/** The address of the calendar under a filter. */
export function calendarPath(team: string, filter: CalendarFilter = {}): string {
  const query = writeDutyFilter(filter);
  return `/t/${encodeURIComponent(team)}/calendar${query && `?${query}`}`;
}
