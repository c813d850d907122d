import { expect, type Locator, type Page } from "@playwright/test";
import { today } from "./calendar";

/** Looks a data set up in the catalogue by its accession and presses Request access. */
export async function requestAccess(page: Page, accession: string): Promise<void> {
  await page.goto("/catalogue");
  await page.getByRole("searchbox", { name: "Search the catalogue" }).fill(accession);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "Carries this identifier" }).first();
  await entry.getByRole("heading").getByRole("link").click();
  await page.getByRole("link", { name: "Request access" }).click();
  await expect(page.getByRole("form", { name: "Application" })).toBeVisible();
}

/** Writes an answer. */
export async function write(page: Page, question: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: question }).fill(text);
}

/** Chooses one of a question's answers. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  const group = page.getByRole("radiogroup", { name: question });
  await group.getByRole("radio", { name: answer, exact: true }).check();
}

/** Ticks a statement. */
export async function tick(page: Page, statement: string): Promise<void> {
  await page.getByRole("checkbox", { name: statement }).check();
}

/** Names a person of the team. */
export async function name(page: Page, question: string, person: string): Promise<void> {
  await page.getByRole("combobox", { name: question }).click();
  await page.getByRole("option", { name: person }).click();
}

/** Saves what is there, however unfinished; gives the number that the request has from now on. */
export async function saveDraft(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.waitForURL("**/requests/*/form");
  return new URL(page.url()).pathname.split("/").at(-2) as string;
}

/** Hands the form in; the page of the request follows. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await page.waitForURL(/\/requests\/GB-\d+$/);
}

/** Opens what a move asks for. */
export async function openMove(page: Page, move: string) {
  const button = page.getByRole("button", { name: move, exact: true });
  const others = page.getByRole("button", { name: "Other steps" });
  await expect(button.or(others).first()).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
  } else {
    await others.click();
    await page.getByRole("menuitem", { name: move, exact: true }).click();
  }
  return page.getByRole("dialog", { name: move });
}

/** Presses a move's last button, and waits until the page shows the new state. */
export async function finish(page: Page, dialog: Locator): Promise<void> {
  const standing = page.getByRole("region", { name: "Where it stands" });
  const before = await standing.ariaSnapshot();
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText(/^Recorded\. Now: /).last()).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect.poll(() => standing.ariaSnapshot()).not.toBe(before);
}

/** Records a move of the request, with the answers that it asks for; days are today's unless given. */
export async function record(
  page: Page,
  move: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const dialog = await openMove(page, move);
  for (const [question, answer] of Object.entries(answers)) {
    await dialog.getByRole("textbox", { name: question }).fill(answer);
  }
  await finish(page, dialog);
}

/** The approval as a PDF: what a committee sends. */
const LETTER = {
  name: "Approval letter.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.7\nApproved on ${today()}.\n%%EOF\n`),
};

/** Records an approval with its letter; it was decided today unless a day is given. */
export async function recordApproval(
  page: Page,
  move: string,
  approval: { endsOn: string; decidedOn?: string; answers?: Readonly<Record<string, string>> },
): Promise<void> {
  const dialog = await openMove(page, move);
  for (const [question, answer] of Object.entries(approval.answers ?? {})) {
    await dialog.getByRole("textbox", { name: question }).fill(answer);
  }
  if (approval.decidedOn) {
    await dialog.getByRole("textbox", { name: "Decided on" }).fill(approval.decidedOn);
  }
  await dialog.getByRole("textbox", { name: "Access until" }).fill(approval.endsOn);
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(LETTER);
  await expect(dialog.getByRole("link", { name: LETTER.name })).toBeVisible();
  await finish(page, dialog);
}
