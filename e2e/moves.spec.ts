import type { Page } from "@playwright/test";
import { newAddress } from "./app";
import { arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { checkPage } from "./page-check";
import * as request from "./request";
import { expect, test } from "./test";

/** A draft that holds a title and nothing else; gives its number. */
async function draftOf(page: Page, accession: string, title: string): Promise<string> {
  await request.requestAccess(page, accession);
  await request.write(page, "Project title", title);
  return request.saveDraft(page);
}

test("several requests are withdrawn together, and one of them is taken back", async ({ page }) => {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, many requests");
  const first = await draftOf(page, "phs000424.v10.p2", "Ageing genes");
  const second = await draftOf(page, "EGAS00001002247", "Branching evolution");
  await draftOf(page, "egas00000000083", "Control groups");

  await page.goto(`/t/${team}/requests`);
  const bar = page.getByRole("region", { name: "Ticked requests" });
  await page.getByRole("checkbox", { name: `Tick ${first}` }).check();
  await page.getByRole("checkbox", { name: `Tick ${second}` }).check();
  await expect(bar).toContainText("2 requests ticked");
  await checkPage(page);

  await bar.getByRole("button", { name: "Record a step of all" }).click();
  await page.getByRole("menuitem", { name: "Submit", exact: true }).click();
  const submitting = page.getByRole("dialog", { name: "Submit" });
  await submitting.getByRole("button", { name: "Record for all 2" }).click();
  await expect(submitting).toContainText("0 recorded, 2 refused.");
  await expect(submitting.getByText("answers are still missing")).toHaveCount(2);
  await submitting.getByRole("button", { name: "Close" }).last().click();

  await bar.getByRole("button", { name: "Record a step of all" }).click();
  await page.getByRole("menuitem", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw" });
  await dialog.getByRole("textbox", { name: "Withdrawn on" }).fill(today());
  await checkPage(page);
  await dialog.getByRole("button", { name: "Record for all 2" }).click();
  await expect(dialog).toContainText("2 recorded, 0 refused.");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("row", { name: "Withdrawn" })).toHaveCount(2);
  await expect(bar).toBeHidden();

  await page.goto(`/t/${team}/requests/${first}`);
  await page.getByRole("button", { name: "Take back the last step" }).click();
  const undo = page.getByRole("dialog", { name: "Take back “Withdraw”" });
  await undo.getByRole("button", { name: "Take it back" }).click();
  await expect(undo).toContainText("Say why; it is kept in the history.");
  await undo.getByRole("textbox", { name: "Why" }).fill("It was the other one");
  await checkPage(page);
  await undo.getByRole("button", { name: "Take it back" }).click();
  await expect(undo).toBeHidden();
  await expect(page.getByRole("region", { name: "Where it stands" })).toContainText("Draft");
  await expect(page.getByText("took back “Withdraw”")).toContainText("It was the other one");
  await checkPage(page);
});
