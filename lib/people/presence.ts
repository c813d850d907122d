import type { Day } from "../dates/day";

export type Presence = "coming" | "here" | "left";

/** Whether a person is on the team on `today`. Both the first and the last day count as here. */
export function presenceOn(today: Day, person: { startsOn: Day; endsOn: Day | null }): Presence {
  if (today < person.startsOn) return "coming";
  return person.endsOn !== null && today > person.endsOn ? "left" : "here";
}
