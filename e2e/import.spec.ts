import type { Page } from "@playwright/test";
import { addDays, addYears } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { sampleReport } from "@/lib/imports/sample-report";
import { newTeamOf } from "./beginnings";
import { today } from "./calendar";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const DARS = [
  { phs: "phs000424", group: 1, dar: 100001 },
  { phs: "phs000007", group: 1, dar: 100002 },
  { phs: "phs000007", group: 2, dar: 100003 },
] as const;

/** A day of an approval that still lasts. */
const decidedOn = addDays(today(), -20);

const reportOf = (...statuses: string[]) =>
  sampleReport(
    12345,
    DARS.map((dar, at) => ({ ...dar, status: statuses[at] ?? "new" })),
  );

/** Pastes a report and waits for the page that compares it. */
async function paste(page: Page, team: string, text: string): Promise<void> {
  await page.goto(`/t/${team}/imports/new`);
  await page.getByRole("link", { name: /dbGaP project report/ }).click();
  await page.getByRole("textbox", { name: "dbGaP project report" }).fill(text);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/\/imports\/\d+$/);
}

const row = (page: Page, dar: number) =>
  page.getByRole("listitem").filter({ hasText: `DAR ${dar}-1` });

test("a report is compared, taken over row by row, changes nothing twice, and is taken back", async ({
  page,
}) => {
  const team = await newTeamOf(page, "ana");
  await page.goto(`/t/${team}/imports`);
  await checkPage(page);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await checkPage(page);
  await paste(page, team, reportOf("new", "new", "new"));
  await expect(row(page, 100001)).toContainText("nothing → after: SO review");
  await page.getByRole("button", { name: "Accept all that ask nothing" }).click();
  await page.getByRole("button", { name: "Apply 3 changes" }).click();
  await expect(page.getByText("3 rows were applied.")).toBeVisible();

  await paste(page, team, reportOf("rejected", "approved", "rejected"));
  await checkPage(page);
  await expect(row(page, 100003)).toContainText("SO review → after: Rejected");
  const asking = row(page, 100002);
  await expect(asking).toContainText("The source does not say when this was approved");
  await asking.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Answer for 1" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Approved on").fill(decidedOn);
  await checkPage(page);
  await dialog.getByRole("button", { name: "Compare with this" }).click();
  await expect(asking).toContainText(`nothing → after: ${formatDay(addYears(decidedOn, 1))}`);
  await row(page, 100001).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept 2" }).click();
  await expect(asking).toContainText("Accepted");
  await asking.getByRole("checkbox").uncheck();
  await row(page, 100001).getByRole("checkbox").uncheck();
  await row(page, 100003).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Decline 1" }).click();
  await expect(row(page, 100003)).toContainText("Declined");
  await page.getByRole("button", { name: "Apply 2 changes" }).click();
  await expect(page.getByText("2 rows were applied.")).toBeVisible();
  const applied = page.url();

  await paste(page, team, reportOf("rejected", "approved", "rejected"));
  await expect(page.getByRole("link", { name: "Changes 1" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Unchanged 2" })).toBeVisible();
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText("Put away")).toBeVisible();

  await page.goto(applied);
  await page.getByRole("button", { name: "Take it all back" }).click();
  await page.getByRole("button", { name: "Take back now" }).click();
  await expect(page.getByText("2 rows were taken back.")).toBeVisible();
  await row(page, 100001).getByRole("link", { name: /GB-1/ }).click();
  await expect(page.getByText("SO review").first()).toBeVisible();
});

test("what cannot be read says so, and stays to be downloaded", async ({ page, watch }) => {
  const team = await newTeamOf(page, "bo");
  await page.goto(`/t/${team}/imports/new?kind=dbgap_report`);
  await page.getByRole("textbox", { name: "dbGaP project report" }).fill('[{"Project_id": 12');
  watch.expect(/422/);
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText(/cut off or damaged/).first()).toBeVisible();
  await checkPage(page);
  await paste(page, team, reportOf("new", "paused", "new"));
  await page.getByRole("link", { name: "Refused 1" }).click();
  await expect(page.getByText("“paused” is none that we know of dbGaP")).toBeVisible();
  await checkPage(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  expect((await download).suggestedFilename()).toBe("import-1-refused.csv");
});
