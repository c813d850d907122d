import { addDays } from "@/lib/dates/day";
import { newTeamOf } from "./beginnings";
import { workersToday } from "./calendar";

import { type ReminderReport, rehearseReminders, verifyHistory } from "./commands";
import * as request from "./request";
import { expect, test } from "./test";

test("every change is written down, and the history of all teams holds together", async ({
  page,
}) => {
  const team = await newTeamOf(page, "ana");
  await request.requestAccess(page, "mimiciv/3.1");
  await request.write(page, "Title in Gatebook", "Sepsis");
  const number = await request.saveDraft(page);
  await page.goto(`/t/${team}/requests/${number}`);
  const history = page.getByRole("region", { name: "History" });
  await expect(history.getByRole("listitem").last()).toContainText("started this request");
  await page.goto(`/t/${team}/settings`);
  await page.getByRole("textbox", { name: "Institution" }).fill("Institute of Tests");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The team's details were saved.")).toBeVisible();
  await verifyHistory();
});

test("a dry run of the reminders says who would get what, and sends nothing", async () => {
  // Three days on, the demo team has three days left of an access that ends in six.
  const day = addDays(workersToday(), 3);
  const first = await rehearseReminders(day);
  expect(first).toMatchObject({ on: day, dryRun: true, sent: 0, failed: 0 });
  const demo = (report: ReminderReport) =>
    report.selected.filter(({ to }) => to.includes("@demo.gatebook.example"));
  expect(demo(first).length).toBeGreaterThan(0);
  expect(demo(await rehearseReminders(day))).toEqual(demo(first));
});
