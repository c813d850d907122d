import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { addPerson, newTeamOf } from "./beginnings";
import { today } from "./calendar";
import { fill, finish, open, part, pick } from "./dialogs";
import { METHYLATION, sentApplication } from "./ega-application";
import { checkPage } from "./page-check";
import { choose } from "./request";
import { expect, test } from "./test";

/** Says what a project does, on the page for a new purpose; all else of it is in order. */
async function writePurpose(page: Page, name: string, kinds: readonly string[]): Promise<void> {
  await page.getByRole("link", { name: "Write a purpose" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  for (const kind of kinds) await page.getByRole("checkbox", { name: kind }).check();
  await choose(page, "Is your organisation not for profit?", "Yes");
  await choose(page, "Is the use commercial?", "No");
  await choose(page, "Is an ethics approval at hand?", "Yes");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
}

/** Narrows the list to some words. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search" }).fill(words);
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/[?&]q=/);
}

test("a team writes its purpose once, and sees which gated data fit and why", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}`);
  await page.getByRole("link", { name: "Data use fit" }).click();
  await expect(page).toHaveURL(`/t/${team}/fit`);
  await checkPage(page);

  await writePurpose(page, "Better imputation", ["Methods, software or algorithms"]);
  await search(page, "Framingham");
  const framingham = page.getByRole("row").filter({ hasText: "phs000007" }).first();
  await expect(framingham).toContainText("Fits");
  await expect(framingham).toContainText("HMB MDS allows methods development.");
  await expect(framingham).toContainText("Send the approval of your ethics committee");
  await search(page, "Jackson Heart");
  const jackson = page.getByRole("row").filter({ hasText: "Consent group 3 (HMB-IRB)" });
  await expect(jackson).toContainText("Ask a person");
  await jackson.getByText("All 2 terms").click();
  await expect(jackson).toContainText("The ethics approval that must be shown is at hand.");
  await checkPage(page);

  await writePurpose(page, "Where people came from", ["Population origins or ancestry"]);
  await search(page, "Jackson Heart");
  const verdicts = page.getByRole("navigation", { name: "Verdicts" });
  await verdicts.getByRole("link", { name: /^Does not fit/ }).click();
  await page.waitForURL(/verdict=does_not_fit/);
  const hmb = page.getByRole("row").filter({ hasText: "Consent group 3 (HMB-IRB)" });
  await expect(hmb).toContainText("Only health research is allowed");
  await verdicts.getByRole("link", { name: /^Fits/ }).click();
  await expect(page.getByText("No data fit these filters.")).toBeVisible();
});

test("a purpose is changed and removed, and an unfinished one says what is missing", async ({
  page,
}) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}/fit/purposes/new`);
  await checkPage(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Give the purpose a name.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Research on named diseases" }).check();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Stroke");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Name the disease, or do not choose")).toBeVisible();
  await page.getByRole("combobox", { name: "Which diseases?" }).fill("CVD");
  await page.getByRole("button", { name: "Save" }).click();
  await search(page, "ARIC");
  const cvd = page.getByRole("row").filter({ hasText: "DS-CVD" });
  await expect(cvd).toContainText("An ethics approval must be shown");

  await page.getByRole("link", { name: "Change" }).click();
  await choose(page, "Is an ethics approval at hand?", "Yes");
  await checkPage(page);
  await page.getByRole("button", { name: "Save" }).click();
  await search(page, "ARIC");
  await expect(cvd).toContainText("Research on cardiovascular disease is allowed.");

  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the purpose" }).click();
  await expect(page.getByText("Say once what your project is for")).toBeVisible();
});

test("the catalogue says what each part of a consent code means", async ({ page }) => {
  await page.goto("/catalogue/framingham-phs000007");
  const units = page.getByRole("table", { name: "What you can ask for" });
  await expect(units).toContainText("Only for not-for-profit organisations");
  await expect(units).toContainText("Developing methods is allowed");
});

test("a team enters what its committee's letter says of the use, and a duty follows", async ({
  page,
}) => {
  const team = await newTeamOf(page, "Ana");
  await addPerson(page, team, "Hélène Dubois");
  await sentApplication(page, METHYLATION, { endsOn: addDays(today(), 900) });
  await page.goto(`/t/${team}/units`);
  await page.getByRole("main").getByRole("link", { name: "Lothian methylation" }).first().click();
  await expect(part(page, "Terms of use")).toContainText("Neither the catalogue nor your team");

  const dialog = await open(page, "Enter terms", "Terms of use");
  await pick(dialog, page, "Terms", /^TS: /);
  await page.keyboard.press("Escape");
  await dialog.getByRole("textbox", { name: /^TS: for how many months/ }).fill("a year");
  await checkPage(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Enter a number of months, such as 24").first()).toBeVisible();
  await expect(dialog.getByText("Say where it is written").first()).toBeVisible();
  await fill(dialog, { "TS: for how many months": "12", "Where it is written": "Letter of May" });
  await finish(dialog, "Save");
  await expect(part(page, "Terms of use")).toContainText("Entered by your team: TS 12.");
  await checkPage(page);

  await page.goto(`/t/${team}`);
  await expect(page.getByRole("main")).toContainText(
    "entered terms of use of EGAS00001000910: TS 12, from “Letter of May”",
  );
  await page.goto(`/t/${team}/requests/GB-1`);
  const duty = part(page, "Duties").getByRole("listitem").filter({ hasText: "Stop using " });
  await duty.getByRole("link").first().click();
  await expect(page.getByRole("main")).toContainText(
    "plus 12 months, for which its terms allow use",
  );
});
