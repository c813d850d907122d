import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { slugOf } from "@/lib/team/forms";
import { linkIn, type Mailbox } from "./mailbox";

/** An address of somebody of this name that nobody else uses, in this test or another. */
export function newAddress(name: string): string {
  return `${slugOf(name)}.${randomUUID().slice(0, 8)}@lab.example.org`;
}

/** Asks for a sign-in link on the page, and waits for the sentence that follows. */
export async function askForLink(page: Page, address: string, path = "/sign-in"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Email").fill(address);
  await page.getByRole("button", { name: "Send sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
}

/** Asks for a link and takes it out of the mail. */
export async function newLink(
  page: Page,
  mailbox: Mailbox,
  address: string,
  path?: string,
): Promise<string> {
  const before = await mailbox.mailsTo(address);
  await askForLink(page, address, path);
  await mailbox.awaitMails(address, before.length + 1);
  return linkIn(await mailbox.lastMailTo(address));
}

/** Presses the button behind a link, and waits until somebody is signed in. */
export async function followLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Signs in as a person does: asks for the link, reads the mail, opens the link, presses the button. */
export async function signIn(
  page: Page,
  mailbox: Mailbox,
  address: string,
  path?: string,
): Promise<void> {
  await followLink(page, await newLink(page, mailbox, address, path));
}

/** Makes a team on the page for people without one; gives the part of the address that names it. */
export async function newTeam(page: Page, name: string): Promise<string> {
  await page.goto("/welcome");
  await page.getByLabel("Team name").fill(name);
  await page.getByLabel("Institution").fill("Institute of Tests, Kathmandu");
  await page.getByRole("button", { name: "Create team" }).click();
  await page.waitForURL("**/t/*");
  return new URL(page.url()).pathname.split("/")[2] as string;
}

/** Invites somebody to the team. */
export async function invite(
  page: Page,
  team: string,
  address: string,
  role: "Lead" | "Coordinator" | "Member" | "Viewer",
): Promise<void> {
  await page.goto(`/t/${team}/people`);
  const form = page.getByRole("region", { name: "Invite a member" });
  await form.getByRole("textbox", { name: "Email" }).fill(address);
  await form.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: role, exact: true }).click();
  await form.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(`An invitation is on its way to ${address}.`)).toBeVisible();
}

/** Takes an invitation: signs in with the address it went to, and joins the team. */
export async function join(page: Page, mailbox: Mailbox, address: string): Promise<void> {
  await signIn(page, mailbox, address, "/sign-in?callbackUrl=%2Fwelcome");
  await page.getByRole("button", { name: /^Join / }).click();
  await page.waitForURL("**/t/*");
}
