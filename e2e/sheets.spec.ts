import { utils, write } from "@e965/xlsx";
import type { Page } from "@playwright/test";
import { addDays, addYears, dayToColumn } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newTeamOf } from "./beginnings";
import { today } from "./calendar";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const approvedOn = addDays(today(), -30);
const lastDay = addDays(addYears(approvedOn, 1), -1);

/** The list that a lab kept before: a title above it, dates of two kinds, a word of their own. */
function labList(): Buffer {
  const sheet = utils.aoa_to_sheet(
    [
      ["Data access of the lab"],
      ["Dataset", "Where we stand", "Approved on", "Expires", "DAR", "Remarks"],
      ["phs000424.v9.p2.c1", "all good", dayToColumn(approvedOn), lastDay, "123456-1", ""],
      ["EGAD00001002886", "waiting for the DAC", "", "", "", "mailed twice"],
      ["phs000007.c1", "all good", "31.02.2026", "", "", ""],
    ],
    { UTC: true },
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Access");
  return write(book, { type: "buffer" }) as Buffer;
}

async function choose(page: Page, team: string): Promise<void> {
  await page.goto(`/t/${team}/imports/new`);
  await page.getByRole("link", { name: /Your own spreadsheet/ }).click();
  const name = "lab access.xlsx";
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Spreadsheet" }).click();
  await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer: labList() });
  await expect(page.getByRole("table", { name: "What the columns mean" })).toBeVisible();
}

test("a lab brings in its spreadsheet: says what columns and words mean, and takes rows over", async ({
  page,
}) => {
  const team = await newTeamOf(page, "ana");
  await choose(page, team);
  await checkPage(page);
  const meaning = (name: string) =>
    page.getByRole("combobox", { name: `Meaning of the column ${name}` });
  await expect(meaning("Dataset")).toHaveValue("unit");
  await expect(meaning("Expires")).toHaveValue("endsOn");
  await meaning("Where we stand").selectOption("Status");
  await meaning("DAR").selectOption("Number of the data access request");
  await page.getByRole("combobox", { name: "Meaning of all good" }).selectOption("Approved");
  await page
    .getByRole("combobox", { name: "Meaning of waiting for the DAC" })
    .selectOption("In review");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/\/imports\/\d+$/);

  const row = (number: number) => page.getByRole("listitem").filter({ hasText: `row ${number}` });
  await expect(row(3)).toContainText(`Last daybefore: nothing → after: ${formatDay(lastDay)}`);
  await expect(row(4)).toContainText("DAC review");
  await page.getByRole("link", { name: /Refused 1/ }).click();
  await expect(row(5)).toContainText("“31.02.2026” is no calendar day that can be read.");
  await page.getByRole("link", { name: /Changes 2/ }).click();
  await row(3).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept 1" }).click();
  await page.getByRole("button", { name: /Apply 1 change/ }).click();
  await expect(page.getByText("1 row was applied.")).toBeVisible();
  await page.goto(`/t/${team}/requests`);
  await expect(page.getByRole("row", { name: /Approved/ })).toContainText(formatDay(lastDay));
});

test("a member list is compared with who may open the data, and becomes tasks", async ({
  page,
}) => {
  const team = await newTeamOf(page, "bo");
  await choose(page, team);
  await page
    .getByRole("combobox", { name: "Meaning of the column Where we stand" })
    .selectOption("Status");
  await page.getByRole("combobox", { name: "Meaning of all good" }).selectOption("Approved");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/\/imports\/\d+$/);
  const row = page.getByRole("listitem").filter({ hasText: "row 3" });
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept 1" }).click();
  await page.getByRole("button", { name: /Apply 1 change/ }).click();
  await expect(page.getByText("1 row was applied.")).toBeVisible();

  await page.goto(`/t/${team}/rosters`);
  await checkPage(page);
  await page.getByRole("link", { name: "Compare a list" }).click();
  await page.getByLabel("Bucket, share or group").fill("gs://lab-gtex");
  await page.getByRole("combobox", { name: "Data that lie there" }).press("ArrowDown");
  await page.getByRole("option").first().click();
  await page.keyboard.press("Escape");
  await page
    .getByRole("textbox", { name: "Members" })
    .fill("mallory@example.org\ngroup:lab@example.org");
  await checkPage(page);
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { name: "gs://lab-gtex" })).toBeVisible();
  await checkPage(page);
  await expect(page.getByRole("heading", { name: "Unknown (2)" })).toBeVisible();
  await page.getByRole("checkbox", { name: "All 2 without a task" }).check();
  await page.getByRole("button", { name: "Make 2 tasks" }).click();
  await expect(page.getByText("2 tasks made")).toBeVisible();
  await page.goto(`/t/${team}/people/me`);
  await expect(page.getByText(/Find out who “mallory@example.org” is/)).toBeVisible();
});
