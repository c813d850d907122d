/** The days of a qualification, in the order in which they are asked. */
export const QUALIFICATION_DAYS = ["completedOn", "startsOn", "reportEndsOn", "endsOn"] as const;
export type QualificationDay = (typeof QUALIFICATION_DAYS)[number];
