import { type Day, dayOf } from "@/lib/dates/day";

/** The browsers' time zone, with an odd offset: a day computed by the machine's clock shows up as wrong. */
export const ZONE = "Asia/Kathmandu";

/** The calendar day it is for whoever sits at one of our browsers. */
export function today(): Day {
  return dayOf(new Date(), ZONE);
}
