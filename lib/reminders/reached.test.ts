import { describe, expect, it } from "vitest";
import { day } from "../dates/day";
import { ringingDays, type Timing } from "./reached";

const TASK: Timing = {
  ...{ kind: "renewal", archive: "dbgap", agreementId: null, dueOn: day("2027-03-14") },
  ...{ dueAt: null, hours: [], isToldOnce: false },
};
const SET = {
  schedules: [
    {
      ...{ id: "s1", level: "person" as const, kind: "", personId: "ana", agreementId: null },
      ...{ archive: "", leads: [5, 0], after: "never" as const },
    },
  ],
};

describe("calendar programs ring", () => {
  it("on the days on which their reader is reminded", () => {
    expect(ringingDays(TASK, "ana", SET)).toEqual([5, 0]);
    expect(ringingDays(TASK, "bo", SET)).toContain(7);
  });

  it("on its day where a duty is told of once", () => {
    expect(ringingDays({ ...TASK, isToldOnce: true }, "ana", SET)).toEqual([0]);
  });

  it("once on each day of the reminders of what is due by the hour", () => {
    const due = { dueAt: new Date("2027-03-14T10:00:00Z"), hours: [72, 24, 20, 12, 4] };
    expect(ringingDays({ ...TASK, ...due }, "ana", SET)).toEqual([3, 1, 0]);
  });
});
