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
  await runReminders("--on", day);
  const [reminder] = await aboutIt();
  const again = await runReminders("--on", day);
  expect(again.selected.filter(({ to }) => to.includes(address))).toEqual([]);
  expect((await aboutIt()).map(({ subject }) => subject)).toEqual([reminder?.subject]);
  return reminder as Mail;
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
