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
export async function begin(page: Page, move = "Begin the renewal"): Promise<void> {
  await openTab(page, "Renewal");
  await page.getByRole("button", { name: move, exact: true }).click();
  await expect(page.getByRole("form", { name: "Renewal" })).toBeVisible();
}

/** Answers what a dbGaP report asks, and saves the renewal. */
export function writeReport(page: Page): Promise<void> {
  return write(page, {
    "How the data were used": "We modelled expression over age.",
    "Plans for the coming year": "The same in two more tissues.",
    "Violations and what was done about them": "None",
  });
}

/** Answers questions of a renewal and saves it. */
export async function write(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  const form = page.getByRole("form", { name: "Renewal" });
  for (const [question, answer] of Object.entries(answers)) {
    await form.getByRole("textbox", { name: question }).fill(answer);
  }
  await form.getByRole("button", { name: "Save renewal" }).click();
  await expect(page.getByText("Renewal saved")).toBeVisible();
}

/** Records on the page Renewal that the PI filed it at dbGaP, today unless a day is given. */
export async function file(page: Page, on: string = today()): Promise<void> {
  await fileAs(page, "Mark renewal as submitted at dbGaP", { "Renewal submitted on": on });
  await expect(page.getByText("SO review").first()).toBeVisible();
}

/** Records on the page Renewal that it was filed, by the archive's own words for that. */
export async function fileAs(
  page: Page,
  move: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole("button", { name: move }).click();
  const dialog = page.getByRole("dialog", { name: move });
  for (const [question, answer] of Object.entries(answers)) {
    await dialog.getByRole("textbox", { name: question }).fill(answer);
  }
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog).toBeHidden();
}
