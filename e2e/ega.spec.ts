import { formatDay, formatDayWithDistance } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { grantedByCommittee, writeApplication } from "./ega-application";
import { checkPage } from "./page-check";
import { endToldTomorrow, expectReminder } from "./reminder";
import * as request from "./request";
import { expect, test } from "./test";

test("EGA: from the catalogue to the reminder", async ({ page, mailbox, somebodyElse }) => {
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Ana lab, tumours");
  await addPerson(page, team, "Hélène Dubois");

  await request.requestAccess(page, "egas00001002247");
  await request.write(page, "Project title", "Branching evolution and response");
  const number = await request.saveDraft(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Project title" })).toHaveValue(
    "Branching evolution and response",
  );
  await writeApplication(
    page,
    { applicant: "Ana", legalRepresentative: "Hélène Dubois" },
    {
      committee: "CRUK / UCL data access committee",
      dataSets: "EGAS00001002247: the cohort.",
      aim: "How branching of tumours predicts response.",
    },
  );
  await checkPage(page);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("One answer is missing").first()).toBeVisible();
  await request.tick(page, "The applicant has read the data access agreement");
  await request.submit(page);
  await checkPage(page);

  const end = endToldTomorrow();
  await grantedByCommittee(page, end);
  await expect(page.getByText(formatDay(end)).first()).toBeVisible();
  await checkPage(page);

  await page.goto(`/t/${team}`);
  const endsNext = page.getByRole("region", { name: "Ends next" });
  await expect(endsNext).toContainText(number);
  await expect(endsNext).toContainText(formatDayWithDistance(end, today()));

  const about = { address: ana, team, number, dataset: "TRACERx", end };
  await expectReminder({ member: page, reader: await somebodyElse() }, mailbox, about);
});
