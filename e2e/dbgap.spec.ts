import { formatDay, formatDayWithDistance } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { checkPage } from "./page-check";
import { endToldTomorrow, expectReminder } from "./reminder";
import * as request from "./request";
import { expect, test } from "./test";

test("dbGaP: from the catalogue to the reminder", async ({ page, mailbox, somebodyElse }) => {
  const ana = newAddress("ana");
  await arriveAs(page, ana);
  const team = await newTeam(page, "Ana lab, ageing");
  for (const person of ["Frank Mercer", "Grace Liu"]) await addPerson(page, team, person);

  await request.requestAccess(page, "phs000424.v10.p2");
  await request.write(page, "Project title", "Regulation of ageing genes");
  const number = await request.saveDraft(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Project title" })).toHaveValue(
    "Regulation of ageing genes",
  );
  await request.write(page, "Research use statement", "We model expression over age in tissues.");
  await request.write(page, "Non-technical summary", "Which genes change as people grow older.");
  await request.name(page, "Principal investigator", "Ana");
  await request.name(page, "Signing official", "Frank Mercer");
  await request.name(page, "IT director", "Grace Liu");
  await request.write(page, "Storage and computing", "The institute's own cluster, encrypted.");
  await request.tick(page, "This environment meets NIST SP 800-171");
  await request.choose(page, "Will the data be stored or computed on in a cloud?", "No");
  await request.tick(page, "Nobody will reach the data from a country of concern");
  await request.choose(page, "Does one of the consent codes hold IRB?", "No");
  await request.choose(page, "Does one of the consent codes hold COL?", "No");
  await request.choose(page, "Does one of the consent codes hold NPU?", "No");
  await request.tick(page, "The PI has read and accepts the Data Use Certification");
  await checkPage(page);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await page
    .getByRole("link", { name: "Everybody named has read the code of conduct" })
    .first()
    .click();
  await expect(page.getByRole("checkbox", { name: "Everybody named" })).toBeFocused();
  await request.tick(page, "Everybody named has read the code of conduct");
  await request.submit(page);
  await checkPage(page);

  await request.record(page, "Mark as submitted at dbGaP", {
    "Submitted on": today(),
    "dbGaP project number": "40215",
  });
  await expect(page.getByText("dbGaP number 40215")).toBeVisible();
  await request.record(page, "Signing official approved");
  const approval = await request.openMove(page, "Record approval");
  await checkPage(page);
  await approval.getByRole("button", { name: "Cancel" }).click();
  const end = endToldTomorrow();
  await request.recordApproval(page, "Record approval", {
    endsOn: end,
    answers: { "Data access request number": "118322-1" },
  });
  await expect(page.getByText(formatDay(end)).first()).toBeVisible();
  await checkPage(page);

  await page.goto(`/t/${team}`);
  const endsNext = page.getByRole("region", { name: "Ends next" });
  await expect(endsNext).toContainText(number);
  await expect(endsNext).toContainText(formatDayWithDistance(end, today()));

  const about = { address: ana, team, number, dataset: "GTEx", end };
  await expectReminder({ member: page, reader: await somebodyElse() }, mailbox, about);
});
