import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { formatDay } from "@/lib/dates/format";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { METHYLATION, sentApplication } from "./ega-application";
import { box, recordAccount } from "./holdings";
import { checkPage } from "./page-check";
import * as renewal from "./renewal";
import * as request from "./request";
import { expect, test } from "./test";

const TEAM = "/t/ruiz-lab";
const inDemo = (name: string) => `${name}@demo.gatebook.example`;

/** The cell of a person and a unit, in the matrix filtered to just the two. */
async function cellOf(page: Page, person: string, unit: string, on = "") {
  const filter = new URLSearchParams({ data: unit, person, on });
  await page.goto(`${TEAM}/access?${filter}`);
  return page.getByRole("grid").getByRole("gridcell").first();
}

/** Opens a cell by keyboard; what follows says everything about it. */
async function reasonsOf(page: Page, person: string, unit: string, on = "") {
  const cell = await cellOf(page, person, unit, on);
  await cell.focus();
  await page.keyboard.press("Enter");
  const reasons = page.getByRole("dialog", { name: new RegExp(`^${person}: `) });
  await expect(reasons.getByText(/^May (not )?open these data/)).toBeVisible();
  return reasons;
}

test("MIMIC-IV: a signature opens the version that was signed, and no other", async ({ page }) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(TEAM);
  await page.getByRole("link", { name: "Access", exact: true }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await checkPage(page);

  const older = await reasonsOf(page, "Ana Ruiz", "mimiciv/2.2");
  await expect(older).toContainText("Ready");
  // The second click from a green cell is on what proves it.
  const download = page.waitForEvent("download");
  await older.getByRole("link", { name: "Agreements page, MIMIC-IV 2.2.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("Agreements page, MIMIC-IV 2.2.pdf");

  const newer = await reasonsOf(page, "Ana Ruiz", "mimiciv/3.1");
  await expect(newer).toContainText("Blocked");
  await expect(newer).toContainText(
    "mimiciv/2.2 is signed; this version needs a signature of its own.",
  );
  await expect(newer).toContainText("Next: you");
  await checkPage(page);
});

test("Bo's training has ended, and its replacement opens the door again", async ({ page }) => {
  await arriveAs(page, inDemo("bo.lindqvist"));
  const shut = await reasonsOf(page, "Bo Lindqvist", "mimiciv/2.2");
  await expect(shut).toContainText("Blocked");
  await expect(shut).toContainText(/CITI Data or Specimens Only Research has waited on/);
  const before = await reasonsOf(page, "Bo Lindqvist", "mimiciv/2.2", addDays(today(), -20));
  await expect(before).toContainText("Ending soon");
  await expect(before).toContainText("the report's own end");

  await page.goto(`${TEAM}/people/me`);
  const training = "CITI Data or Specimens Only Research";
  await expect(box(page, training)).toContainText("In review");
  await box(page, training)
    .getByRole("button", { name: `Accepted: ${training}` })
    .click();
  const dialog = page.getByRole("dialog", { name: "Accepted" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(box(page, training)).toContainText("Current");
  const open = await reasonsOf(page, "Bo Lindqvist", "mimiciv/2.2");
  await expect(open).toContainText("Ready");
  await expect(open).toContainText(formatDay(addDays(today(), 1085)));
});

test("a renewal under review leaves the access as it is, until the old approval ends", async ({
  page,
}) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(`${TEAM}/requests?q=Framingham`);
  await page.getByRole("link", { name: /Framingham/ }).click();
  await renewal.begin(page);
  await renewal.writeReport(page);
  await renewal.file(page);
  await renewal.openTab(page, "Overview");
  await request.record(page, "Signing official approved");
  await expect(page.getByText("DAC review").first()).toBeVisible();

  const open = await reasonsOf(page, "Ana Ruiz", "phs000007.c1");
  await expect(open).toContainText("Ending soon");
  await expect(open).toContainText("the present one goes on meanwhile");
  const after = await reasonsOf(page, "Ana Ruiz", "phs000007.c1", addDays(today(), 7));
  await expect(after).toContainText("Lapsed");
  await expect(after).toContainText(/has waited on .*: DAC review/);
});

test("Lothian: one cohort behind two doors, of which the open one counts", async ({ page }) => {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, ageing");
  await addPerson(page, team, "Hélène Dubois");
  await page.goto(`/t/${team}/people/me`);
  await recordAccount(page, "EGA account", "ana@lab.example.org");

  await sentApplication(page, METHYLATION, { endsOn: addDays(today(), 200) });

  await page.goto(`/t/${team}/access?units=all&data=phs000821`);
  await page.getByRole("grid").getByRole("columnheader").getByRole("link").click();
  await expect(page.getByRole("region", { name: "Other doors to the same study" })).toContainText(
    "EGAS00001000910",
  );
  const me = page.getByRole("row").filter({ hasText: "Ana" });
  await expect(me).toContainText("No access");
  await expect(me).toContainText("Ready");
  await checkPage(page);
  await me.getByRole("link").click();
  await expect(page.getByRole("table", { name: "May open it" })).toContainText("Ana");
  await checkPage(page);
});

test("the list of who may open what leaves as a file that says the same", async ({ page }) => {
  await arriveAs(page, inDemo("eva.novak"));
  await page.goto(`${TEAM}/access?archive=physionet`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as CSV" }).click();
  const file = await (await (await download).createReadStream()).toArray();
  const lines = Buffer.concat(file).toString("utf8").trim().split(/\r?\n/);
  const chidi = lines.find((line) => line.includes("Chidi Okafor") && line.includes("hirid/1.1.1"));
  expect(chidi).toContain("Lapsed");
  const cell = await cellOf(page, "Chidi Okafor", "hirid/1.1.1");
  await expect(cell).toContainText("Lapsed");
});
