import { expect, type Page } from "@playwright/test";
import { addDays, type Day } from "@/lib/dates/day";
import { formatDayLong } from "@/lib/dates/format";
import { signIn } from "./app";
import { runReminders } from "./commands";
import { linkIn, type Mail, type Mailbox } from "./mailbox";

/** Runs the reminders of a day, twice, and gives the one mail that somebody got about a request. */
export async function theOneReminder(
  mailbox: Mailbox,
  address: string,
  number: string,
  day: Day,
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
async function openReminder(page: Page, mailbox: Mailbox, address: string, reminder: Mail) {
  await page.goto(linkIn(reminder));
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  const { pathname, search } = new URL(page.url());
  await signIn(page, mailbox, address, `${pathname}${search}`);
}

/**
 * Expects what the whole story is about: thirty days before an access ends, one mail lies in the
 * mailbox that says so, and its link leads a signed-out reader to the request.
 */
export async function expectReminder(
  reader: Page,
  mailbox: Mailbox,
  about: { address: string; team: string; number: string; dataset: string; end: Day },
): Promise<void> {
  const { address, team, number, dataset, end } = about;
  const reminder = await theOneReminder(mailbox, address, number, addDays(end, -30));
  expect(reminder.subject).toContain(dataset);
  expect(reminder.subject).toContain("30 days left");
  for (const part of [reminder.text, reminder.html]) expect(part).toContain(formatDayLong(end));
  await openReminder(reader, mailbox, address, reminder);
  await expect(reader).toHaveURL(`/t/${team}/requests/${number}`);
}
