import { daysBetween } from "@/lib/dates/day";
import { formatDay, formatDayWithDistance } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { checkPage } from "./page-check";
import { endToldTomorrow, expectReminder, toldOfEnd } from "./reminder";
import * as request from "./request";
import { expect, test } from "./test";

test("PhysioNet: from the catalogue to the reminder", async ({ page, mailbox, somebodyElse }) => {
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Ana lab, sepsis");
  const chidi = await addPerson(page, team, "Chidi Okafor");

  await request.requestAccess(page, "https://physionet.org/content/hirid/1.1.1/");
  await page.getByRole("checkbox", { name: "Ana" }).uncheck();
  await request.tick(page, "Chidi Okafor");
  await request.write(page, "Title of the project", "Early warning of circulatory failure");
  const number = await request.saveDraft(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Title of the project" })).toHaveValue(
    "Early warning of circulatory failure",
  );
  await request.write(
    page,
    "Purpose",
    "We test whether a model trained on our own unit warns of circulatory failure elsewhere.",
  );
  await checkPage(page);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("2 answers are missing").first()).toBeVisible();
  await request.tick(page, "This person is credentialed and the required training is accepted");
  await request.tick(page, "This person accepts the agreement on the request form");
  await request.submit(page);
  await checkPage(page);

  await request.record(page, "Mark as submitted at PhysioNet", { "Requested on": today() });
  const end = endToldTomorrow();
  await request.recordApproval(page, "Record approval", {
    endsOn: end,
    answers: { "Days granted": String(daysBetween(today(), end)) },
  });
  await expect(page.getByText(formatDay(end)).first()).toBeVisible();
  await checkPage(page);

  await page.goto(`/t/${team}`);
  const endsNext = page.getByRole("region", { name: "Ends next" });
  await expect(endsNext).toContainText(number);
  await expect(endsNext).toContainText(formatDayWithDistance(end, today()));
  await checkPage(page);

  const about = { address: ana, team, number, dataset: "HiRID", end };
  await expectReminder({ member: page, reader: await somebodyElse() }, mailbox, about);
  expect(await toldOfEnd(mailbox, chidi, { number, end, daysLeft: 30 })).toHaveLength(1);
});
