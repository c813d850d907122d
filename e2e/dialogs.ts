import { expect, type Locator, type Page } from "@playwright/test";

/** The part of a page with this heading. */
export const part = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

/** Chooses from a list of a dialog or form. */
export async function pick(
  inside: Locator | Page,
  page: Page,
  question: string,
  answer: string | RegExp,
): Promise<void> {
  // By keyboard, since the field of several choices lies below its own frame.
  await inside.getByRole("combobox", { name: question, exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: answer }).click();
}

/** Opens the dialog behind a button. */
export async function open(page: Page, button: string | RegExp, title: string | RegExp) {
  await page.getByRole("button", { name: button }).first().click();
  return page.getByRole("dialog", { name: title });
}

/** Writes answers into a dialog or form. */
export async function fill(
  inside: Locator | Page,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    await inside.getByRole("textbox", { name: question }).fill(answer);
  }
}

/** Uploads a paper in a dialog. */
export async function upload(page: Page, dialog: Locator, name: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({
    ...{ name, mimeType: "application/pdf" },
    buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`),
  });
  await expect(dialog.getByRole("link", { name })).toBeVisible();
}

/** Presses a dialog's last button, and waits until the dialog is gone. */
export async function finish(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}
