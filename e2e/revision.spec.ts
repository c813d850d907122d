import { newTeamOf } from "./beginnings";
import { today } from "./calendar";
import { writeApplication } from "./ega-application";
import { checkPage } from "./page-check";
import * as request from "./request";
import { expect, test } from "./test";

test("what is sent back in parts is changed there alone, and each filing can be compared", async ({
  page,
}) => {
  const team = await newTeamOf(page, "ana");
  await request.requestAccess(page, "egas00000000083");
  await request.write(page, "Project title", "Subtypes");
  const number = await request.saveDraft(page);
  await writeApplication(
    page,
    { applicant: "Ana", legalRepresentative: "Ana" },
    { committee: "METABRIC", dataSets: "The whole cohort.", aim: "Subtypes and response." },
  );
  await request.tick(page, "The applicant has read the data access agreement");
  await request.submit(page);
  await request.record(page, "Mark as submitted at EGA", { "Sent to the committee on": today() });

  const asking = await request.openMove(page, "The DAC asks questions");
  await asking.getByRole("textbox", { name: "What the committee asks" }).fill("Where do they lie?");
  await asking.getByRole("checkbox", { name: "Security" }).check();
  await asking.getByRole("textbox", { name: "Comment on “Security”" }).fill("Name the cluster.");
  await checkPage(page);
  await asking.getByRole("button", { name: "Record" }).click();
  await expect(asking).toBeHidden();

  await page.goto(`/t/${team}/requests/${number}/form`);
  const security = page.getByRole("region", { name: "Security" });
  await expect(security).toContainText("Sent back by the data access committee");
  await expect(security).toContainText("Name the cluster.");
  const research = page.getByRole("region", { name: "The research" });
  await expect(research).toContainText("Locked. This part was not sent back");
  await expect(research.getByRole("textbox")).toHaveCount(0);
  await checkPage(page);

  await research.getByRole("button", { name: "Open this part" }).click();
  const opening = page.getByRole("dialog", { name: "Open “The research”" });
  await opening.getByRole("textbox", { name: "Why" }).fill("The cluster is named there too.");
  await opening.getByRole("button", { name: "Open this part" }).click();
  await expect(research.getByRole("textbox", { name: "Project description" })).toBeEditable();
  await request.write(page, "Project description", "Subtypes, response and survival.");
  await request.write(page, "Security appendix", "On the cluster Fjord, named people only.");
  await request.saveDraft(page);

  await page.goto(`/t/${team}/requests/${number}`);
  await request.record(page, "Questions answered");
  await page.goto(`/t/${team}/requests/${number}/rounds`);
  const filed = page.getByRole("region", { name: "What was filed" });
  await expect(filed.getByRole("rowheader")).toHaveCount(2);
  await expect(filed.getByRole("insertion").filter({ hasText: "survival" })).toBeVisible();
  await expect(filed.getByRole("deletion").filter({ hasText: "Encrypted" })).toBeVisible();
  const sentBack = page.getByRole("region", { name: "What was sent back" });
  await expect(sentBack).toContainText("Name the cluster.");
  await expect(sentBack).toContainText("The cluster is named there too.");
  await checkPage(page);
});
