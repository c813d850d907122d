import { expect, it } from "vitest";
import { snoozeDutyForm } from "./forms";

const id = "0199b8a1-0000-7000-8000-000000000001";
const snooze = (until: string) =>
  snoozeDutyForm.safeParse({ id, dueOn: "2027-03-14", until }).error?.issues[0];

it("reminders rest until the due day, and not a day longer", () => {
  expect(snooze("2027-03-14")).toBeUndefined();
  expect(snooze("2027-03-15")).toMatchObject({
    path: ["until"],
    message: "Reminders rest until 14 Mar 2027 at the latest, the day on which it is due.",
  });
  expect(snooze("2027-02-30")?.message).toBe("There is no 30 February 2027.");
});
