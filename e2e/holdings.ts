import { expect, type Page } from "@playwright/test";
import { today } from "./calendar";

/** The box of an account or a qualification on a person's page, or the institution's. */
export const box = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens the dialog that records something that has no box yet. */
export async function recordAnother(page: Page, name: string) {
  await page.getByRole("button", { name: "Record something" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
  return page.getByRole("dialog", { name: `Record: ${name}` });
}

/** Presses the one button of a box, and records what its dialog asks as of today. */
export async function takeStep(page: Page, name: string, step: string): Promise<void> {
  await box(page, name)
    .getByRole("button", { name: `${step}: ${name}` })
    .click();
  const dialog = page.getByRole("dialog", { name: step });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Recorded\. Now: /).last()).toBeVisible();
  await expect(dialog).toBeHidden();
}

/** Records an account that was verified today. */
export async function recordAccount(page: Page, scheme: string, account: string): Promise<void> {
  const dialog = await recordAnother(page, scheme);
  await dialog.getByRole("textbox", { name: "Account" }).fill(account);
  await dialog.getByRole("textbox", { name: "Verified on" }).fill(today());
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(box(page, scheme)).toContainText("Current");
}
