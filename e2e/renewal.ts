import { expect, type Page } from "@playwright/test";
import { today } from "./calendar";

/** Goes to a page of a request by its tab. */
export async function openTab(page: Page, tab: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Pages of this request" })
    .getByRole("link", { name: tab })
    .click();
  await expect(page.getByRole("link", { name: tab, exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
}

/** Begins a renewal of a request with one approved data set, on its page Renewal. */
export async function begin(page: Page): Promise<void> {
  await openTab(page, "Renewal");
  await page.getByRole("button", { name: "Begin the renewal", exact: true }).click();
  await expect(page.getByRole("form", { name: "Renewal" })).toBeVisible();
}

/** Answers what a dbGaP report asks, and saves the renewal. */
export async function writeReport(page: Page): Promise<void> {
  const form = page.getByRole("form", { name: "Renewal" });
  const write = (question: string, text: string) =>
    form.getByRole("textbox", { name: question }).fill(text);
  await write("How the data were used", "We modelled expression over age.");
  await write("Plans for the coming year", "The same in two more tissues.");
  await write("Violations and what was done about them", "None");
  await form.getByRole("button", { name: "Save renewal" }).click();
  await expect(page.getByText("Renewal saved")).toBeVisible();
}

/** Records on the page Renewal that the PI filed it today. */
export async function file(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mark renewal as submitted at dbGaP" }).click();
  const dialog = page.getByRole("dialog", { name: "Mark renewal as submitted at dbGaP" });
  await dialog.getByRole("textbox", { name: "Renewal submitted on" }).fill(today());
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("SO review").first()).toBeVisible();
}
