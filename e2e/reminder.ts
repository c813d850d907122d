import { expect, type Page } from "@playwright/test";
import { signIn } from "./app";
import { runReminders } from "./commands";
import { linkIn, type Mail, type Mailbox } from "./mailbox";

/** Runs the reminders of a day, twice, and gives the one mail that somebody got about a request. */
export async function theOneReminder(
  mailbox: Mailbox,
  address: string,
  number: string,
  day: string,
): Promise<Mail> {
  const aboutIt = async () =>
    (await mailbox.mailsTo(address)).filter(({ subject }) => subject.includes(`[${number}]`));
  await runReminders("--on", day, "--json");
  await expect.poll(async () => (await aboutIt()).length, { timeout: 30_000 }).toBe(1);
  await runReminders("--on", day, "--json");
  const mails = await aboutIt();
  expect(mails.map(({ subject }) => subject)).toHaveLength(1);
  return mails[0] as Mail;
}

/** Opens the link of a reminder in a browser that is not signed in, and signs in on the way. */
export async function openReminder(
  page: Page,
  mailbox: Mailbox,
  address: string,
  reminder: Mail,
): Promise<void> {
  await page.goto(linkIn(reminder));
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  const { pathname, search } = new URL(page.url());
  await signIn(page, mailbox, address, `${pathname}${search}`);
}
