import type { Day } from "../dates/day";

/** A duty as calendar programs show it: one whole day. */
export interface CalendarEvent {
  /** Of the duty's cause and kind, the same for as long as the duty may move. */
  uid: string;
  /** Raised with each change. */
  sequence: number;
  status: "CONFIRMED" | "CANCELLED";
  on: Day;
  title: string;
  /** Rule, clause and consequence as plain text. */
  description: string;
  url: string;
  /** Days before it on which the calendar program rings. */
  alarms: readonly number[];
  /** When it was last changed. */
  changedAt: Date;
}
