import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { readCertificate } from "@/lib/certificates/certificate";
import { fill, finish, open, part, pick, upload } from "./dialogs";

/** Registers a copy of the request whose page “Data & close-out” is open. */
export async function registerCopy(
  page: Page,
  copy: { name: string; where: string; since: string; by?: string; kind?: string; madeOf?: RegExp },
): Promise<void> {
  const dialog = await open(page, "Register a copy", "Register a copy");
  await fill(dialog, { Name: copy.name, "Where exactly": copy.where, Since: copy.since });
  if (copy.by) await pick(dialog, page, "Who put it there", copy.by);
  if (copy.kind) await pick(dialog, page, "What it is", copy.kind);
  if (copy.madeOf) await pick(dialog, page, "Made of (optional)", copy.madeOf);
  await finish(dialog, "Save");
  await expect(part(page, "Data copies")).toContainText(copy.name);
}

/** Records how a copy was destroyed, and who saw it. */
export async function destroyCopy(
  page: Page,
  name: string,
  answers: { on: string; how: string; witness: string },
): Promise<void> {
  const dialog = await open(page, `Record destruction: ${name}`, `Destroy ${name}`);
  const { on, how, witness } = answers;
  await fill(dialog, { "Destroyed on": on, How: how, Witness: witness });
  await finish(dialog, "Save");
  const line = part(page, "Data copies").getByRole("row").filter({ hasText: name });
  await expect(line.first()).toContainText(`${witness}.`);
}

/** Begins the close-out of the request whose page is open. */
export async function begin(page: Page): Promise<void> {
  const dialog = await open(page, "Begin the close-out", /^Begin the close-out of GB-/);
  await finish(dialog, "Begin the close-out");
}

/** Records the step of a close-out that is next, with its answers and, where given, its paper. */
export async function recordStep(
  page: Page,
  step: string,
  answers: Readonly<Record<string, string>>,
  paper?: string,
): Promise<void> {
  const dialog = await open(page, `Record this step: ${step}`, step);
  await fill(dialog, answers);
  if (paper) await upload(page, dialog, paper);
  await finish(dialog, "Save");
  const line = page.getByRole("list", { name: "Steps of the close-out" }).getByRole("listitem");
  await expect(line.filter({ hasText: step }).first()).toHaveAttribute("data-state", "done");
}

async function download(page: Page, link: string): Promise<Buffer> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return Buffer.concat(await (await (await arriving).createReadStream()).toArray());
}

/**
 * Downloads the certificate of the request whose page is open as JSON and PDF, and has its hash
 * checked here and on the page Certificates; gives what the JSON says.
 */
export async function downloadCertificate(page: Page, team: string) {
  const pdf = await download(page, "Certificate as PDF");
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  const json = (await download(page, "Certificate as JSON")).toString("utf8");
  const reading = readCertificate(json, (text) =>
    createHash("sha256").update(text, "utf8").digest("hex"),
  );
  if (!reading.ok) throw new Error(reading.why);
  await page.goto(`/t/${team}/certificates`);
  const text = page.getByRole("textbox", { name: "Text of the certificate" });
  await text.fill(json);
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByText("It verifies")).toBeVisible();
  await text.fill(json.replace("destroyed", "kept"));
  await page.getByRole("button", { name: "Check it" }).click();
  await expect(page.getByText("It does not verify")).toBeVisible();
  return reading.body;
}
