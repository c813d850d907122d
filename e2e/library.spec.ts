import { newTeamOf } from "./beginnings";
import { checkPage } from "./page-check";
import * as request from "./request";
import { expect, test } from "./test";

test("an answer is written once, taken by two archives, and tells when it is out of date", async ({
  page,
}) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}/library`);
  await checkPage(page);
  await page.getByRole("button", { name: "Add an answer" }).click();
  const adding = page.getByRole("dialog", { name: "A new answer" });
  await adding.getByRole("combobox", { name: "Topic" }).selectOption("Security measures");
  await adding.getByRole("textbox", { name: "Title" }).fill("Our cluster");
  await adding.getByRole("textbox", { name: "Answer" }).fill("Locked rooms, encrypted disks.");
  await adding.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Our cluster" })).toBeVisible();

  const questions = [
    ["egas00000000083", "Security appendix"],
    ["phs000424.v10.p2", "Storage and computing"],
  ] as const;
  const forms: string[] = [];
  for (const [accession, question] of questions) {
    await request.requestAccess(page, accession);
    await page.getByRole("button", { name: `From the library: ${question}` }).click();
    await page.getByRole("menuitem", { name: "Take “Our cluster”" }).click();
    await expect(page.getByRole("textbox", { name: question })).toHaveValue(
      "Locked rooms, encrypted disks.",
    );
    await page.waitForURL("**/requests/*/form");
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
    forms.push(page.url());
  }

  await page.goto(`/t/${team}/library`);
  await page.getByRole("button", { name: "Edit: Our cluster" }).click();
  const editing = page.getByRole("dialog", { name: "Our cluster" });
  await editing.getByRole("textbox", { name: "Answer" }).fill("Locked rooms, two keys.");
  await editing.getByRole("button", { name: "Save" }).click();
  const stale = page.getByRole("region", { name: "Out of date" });
  await expect(stale.getByRole("listitem")).toHaveCount(2);
  await checkPage(page);

  await page.goto(forms[0] ?? "");
  await expect(page.getByText("“Our cluster” has changed in the library")).toBeVisible();
  await checkPage(page);
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(page.getByRole("textbox", { name: "Security appendix" })).toHaveValue(
    "Locked rooms, two keys.",
  );
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.goto(forms[1] ?? "");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Taken from “Our cluster” and changed here.")).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.goto(`/t/${team}/library`);
  await expect(page.getByRole("heading", { name: "Our cluster" })).toBeVisible();
  await expect(stale).toBeHidden();
});

test("a request is copied to another archive, and says what it takes along", async ({ page }) => {
  await newTeamOf(page, "ana");
  await request.requestAccess(page, "egas00000000083");
  await request.write(page, "Project title", "Subtypes");
  await request.write(page, "Project description", "Subtypes and response.");
  await request.tick(page, "The applicant has read the data access agreement");
  const number = await request.saveDraft(page);
  await page.goto(page.url().replace(/\/form$/, ""));
  await page.getByRole("link", { name: "Copy this request" }).click();
  await expect(page.getByText("2 answers are taken along")).toBeVisible();
  await page.getByRole("radio", { name: "Other data" }).check();
  await page.getByRole("combobox", { name: "Data" }).fill("GTEx");
  await page.getByRole("option", { name: /GTEx/ }).first().click();
  await page.keyboard.press("Escape");
  await checkPage(page);
  await page.getByRole("button", { name: "Begin the copy" }).click();
  await page.waitForURL("**/requests/GB-2/form");
  await expect(page.getByRole("textbox", { name: "Research use statement" })).toHaveValue(
    "Subtypes and response.",
  );
  await page.goto(page.url().replace(/\/form$/, ""));
  await expect(page.getByText(`took the answers of ${number} over`)).toBeVisible();
});
