import { addDays } from "@/lib/dates/day";
import { formatDay, formatDayWithDistance } from "@/lib/dates/format";
import { addPerson, newAddress, newTeam, signIn } from "./app";
import { today, workersToday } from "./calendar";
import { checkPage } from "./page-check";
import { expectReminder } from "./reminder";
import * as request from "./request";
import { expect, test } from "./test";

test("EGA: from the catalogue to the reminder", async ({ page, mailbox, somebodyElse }) => {
  const ana = newAddress("ana");
  await signIn(page, mailbox, ana);
  const team = await newTeam(page, "Ana lab, tumours");
  await addPerson(page, team, "Hélène Dubois");

  await request.requestAccess(page, "egas00001002247");
  await request.write(page, "Project title", "Branching evolution and response");
  const number = await request.saveDraft(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Project title" })).toHaveValue(
    "Branching evolution and response",
  );
  await request.write(page, "Data access committee", "CRUK / UCL data access committee");
  await request.write(page, "E-mail address of the committee", "dac@example.org");
  await request.write(page, "Data sets and why each is needed", "EGAS00001002247: the cohort.");
  await request.write(page, "Project description", "How branching of tumours predicts response.");
  await request.name(page, "Applicant", "Ana");
  await request.name(page, "Legal representative", "Hélène Dubois");
  await request.write(page, "Security appendix", "Encrypted at rest, named people only.");
  await request.choose(page, "Will the data leave the country of the institution?", "No");
  await checkPage(page);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("One answer is missing").first()).toBeVisible();
  await request.tick(page, "The applicant has read the data access agreement");
  await request.submit(page);
  await checkPage(page);

  await request.record(page, "Mark as submitted at EGA", {
    "Sent to the committee on": today(),
    "EGA request number": "40012",
  });
  await request.record(page, "The DAC is reviewing it");
  const end = addDays(workersToday(), 30);
  await request.recordApproval(page, "Record approval", { endsOn: end });
  await expect(page.getByText(formatDay(end)).first()).toBeVisible();
  await checkPage(page);

  await page.goto(`/t/${team}`);
  const endsNext = page.getByRole("region", { name: "Ends next" });
  await expect(endsNext).toContainText(number);
  await expect(endsNext).toContainText(formatDayWithDistance(end, today()));

  const about = { address: ana, team, number, dataset: "TRACERx", end };
  await expectReminder(await somebodyElse(), mailbox, about);
});
