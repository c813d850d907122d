import { expect, type Page } from "@playwright/test";
import { addDays, type Day } from "@/lib/dates/day";
import { formatDay, formatDayLong } from "@/lib/dates/format";
import { signIn } from "./app";
import { workersToday } from "./calendar";
import { runReminders } from "./commands";
import { linkIn, type Mail, type Mailbox } from "./mailbox";
import { letDayCome } from "./team-day";

/** An end that is told tomorrow, thirty days before: what is due today may wait for the morning. */
export function endToldTomorrow(): Day {
  return addDays(workersToday(), 31);
}

/** What a mail tells of one date, and where its link leads. */
type Telling = { mail: Mail; what: string; link: string };

/** An entry of a daily mail that gathers several dates, as its text writes them. */
const ENTRY = /^\* (.+)\n {2}(.+)\n {2}(\S+)$/gm;

function tellingsIn(mail: Mail): Telling[] {
  const entries = [...mail.text.matchAll(ENTRY)];
  if (entries.length === 0) return [{ mail, what: mail.subject, link: linkIn(mail) }];
  return entries.map(([, what, when, link = ""]) => ({ mail, what: `${what} ${when}`, link }));
}

/**
 * What the mails to somebody tell, so many days before, of an access of a request that ends: each in a
 * mail of its own or as one date of a daily mail.
 */
export async function toldOfEnd(
  mailbox: Mailbox,
  address: string,
  about: { number: string; end: Day; daysLeft: number },
): Promise<Telling[]> {
  const { number, end, daysLeft } = about;
  const words = new RegExp(`access ends ${formatDay(end)} \\((in )?${daysLeft} days`);
  const tellings = (await mailbox.mailsTo(address)).flatMap(tellingsIn);
  return tellings.filter(({ what }) => what.includes(`[${number}]`) && words.test(what));
}

/**
 * Runs the reminders thirty days before an end, then plans them again for this team, and gives what
 * somebody was told once: that the access ends.
 */
async function theOneReminder(
  member: Page,
  mailbox: Mailbox,
  { address, team, number, end }: { address: string; team: string; number: string; end: Day },
): Promise<Telling> {
  const on = addDays(end, -30);
  const about = { number, end, daysLeft: 30 };
  await runReminders(team, on);
  const [told] = await toldOfEnd(mailbox, address, about);
  const again = await letDayCome(member, team, on);
  expect(again.selected.filter(({ to }) => to.includes(address))).toEqual([]);
  expect(await toldOfEnd(mailbox, address, about)).toEqual([told]);
  return told as Telling;
}

/** Opens the link of a reminder in a browser that is not signed in, and signs in on the way. */
async function openReminder(page: Page, mailbox: Mailbox, address: string, link: string) {
  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  const { pathname, search } = new URL(page.url());
  await signIn(page, mailbox, address, `${pathname}${search}`);
}

/**
 * Expects what the whole story is about: thirty days before an access ends, one mail lies in the
 * mailbox that says so, and its link leads a signed-out reader to the duty, and on to the request.
 */
export async function expectReminder(
  { member, reader }: { member: Page; reader: Page },
  mailbox: Mailbox,
  about: { address: string; team: string; number: string; dataset: string; end: Day },
): Promise<void> {
  const { address, team, number, dataset, end } = about;
  const { mail, what, link } = await theOneReminder(member, mailbox, about);
  expect(what).toContain(dataset);
  const day = new RegExp(`${formatDay(end)}|${formatDayLong(end)}`);
  for (const part of [mail.text, mail.html]) expect(part).toMatch(day);
  await openReminder(reader, mailbox, address, link);
  await expect(reader).toHaveURL(new RegExp(`/t/${team}/duties/[\\da-f-]{36}$`));
  await reader.getByRole("main").getByRole("link", { name: number }).first().click();
  await expect(reader).toHaveURL(`/t/${team}/requests/${number}`);
}
