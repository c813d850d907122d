import { type Day, dayOf } from "@/lib/dates/day";

/** The browsers' time zone: reminders count days in UTC, so that pages and mails say the same day. */
export const ZONE = "UTC";

/** The calendar day it is for whoever sits at one of our browsers. */
export function today(): Day {
  return dayOf(new Date(), ZONE);
}

/** The calendar day it is for the worker, which plans the reminders of all teams by one clock. */
export function workersToday(): Day {
  return dayOf(new Date(), "UTC");
}
