import { expect, type Page } from "@playwright/test";
import { addDays, type Day } from "@/lib/dates/day";
import { fill, finish, open, pick } from "./dialogs";
import type { Mailbox } from "./mailbox";
import { toldOfEnd } from "./reminder";
import { letDayCome } from "./team-day";

/** Whose reminders, and of which request; `page` is where somebody of the team is signed in. */
export type Reminded = {
  page: Page;
  mailbox: Mailbox;
  address: string;
  team: string;
  number: string;
};

/** Lets the clock stand thirty days before an end: one mail tells of it. */
export async function expectToldOfEnd(about: Reminded, end: Day): Promise<void> {
  const { page, mailbox, address, team, number } = about;
  await letDayCome(page, team, addDays(end, -30));
  const told = () => toldOfEnd(mailbox, address, { number, end, daysLeft: 30 });
  await expect.poll(async () => (await told()).length, { timeout: 30_000 }).toBe(1);
}

/** Lets the clock stand a week before an end whose renewal is filed: no mail comes, and why is said. */
export async function expectSilence(about: Reminded, end: Day): Promise<void> {
  const { page, team, number } = about;
  const { selected, skipped } = await letDayCome(page, team, addDays(end, -7));
  const line = expect.objectContaining({ team, number, dueOn: end });
  expect(selected).not.toContainEqual(line);
  const quiet = { team, number, dueOn: end, reason: "renewal_filed" };
  expect(skipped).toContainEqual(expect.objectContaining(quiet));
}

/** What the access page says, in a word, of somebody and a unit on a day. */
export async function expectAccess(
  page: Page,
  team: string,
  asked: { person: string; unit: string; on?: Day },
  word: string,
): Promise<void> {
  const { person, unit, on = "" } = asked;
  const filter = new URLSearchParams({ data: unit, person, on, people: "all" });
  await page.goto(`/t/${team}/access?${filter}`);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toContainText(word);
}

/** Records that somebody left, on a day that may be over. */
export async function leave(page: Page, team: string, name: string, lastDay: Day): Promise<void> {
  await page.goto(`/t/${team}/people`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Leaves the team" }).click();
  await page.getByRole("textbox", { name: "Last day" }).fill(lastDay);
  await page.getByRole("button", { name: "Show what follows" }).click();
  await page.getByRole("button", { name: `Record that ${name} leaves on ` }).click();
  await expect(page.getByText(`Recorded: ${name} leaves on `)).toBeVisible();
}

/** What came of the data, so that reports can tell it. */
export async function publish(page: Page, team: string, number: string, on: Day) {
  await page.goto(`/t/${team}/outputs`);
  const dialog = await open(page, "Log an output", "Log an output");
  await fill(dialog, { Title: "Genes of age", "Out on": on });
  await pick(dialog, page, "Requests it rests on", number);
  await page.keyboard.press("Escape");
  await finish(dialog, "Save");
}

/** Begins to record an incident about these data; its page follows. */
export async function recordIncident(
  page: Page,
  team: string,
  incident: { kind: string; title: string; data: RegExp; what: string; known: Day; at: string },
): Promise<void> {
  const { kind, title, data, what, known, at } = incident;
  await page.goto(`/t/${team}/incidents`);
  await page.getByRole("link", { name: "Record an incident" }).first().click();
  await pick(page, page, "What kind of incident", kind);
  await pick(page, page, "Data that it touches", data);
  await page.keyboard.press("Escape");
  await fill(page, {
    ...{ "In a few words": title, "Known since: day": known, "Known since: time": at },
  });
  await page.getByRole("textbox", { name: "What happened", exact: true }).fill(what);
  await page.getByRole("button", { name: "Record the incident" }).click();
  await page.waitForURL(/\/incidents\/1$/);
}

/** Records that whom it concerns was told on a day. */
export async function tell(page: Page, duty: RegExp, on: Day): Promise<void> {
  const dialog = await open(page, duty, "Record that it was done");
  await fill(dialog, { "Done on": on });
  await finish(dialog, "Record");
}

/** Closes the incident whose page is open. */
export async function closeIncident(page: Page, why: string): Promise<void> {
  const dialog = await open(page, "Close the incident", "Close the incident");
  await fill(dialog, { "How it was resolved": why });
  await finish(dialog, "Close the incident");
  await expect(page.getByRole("region", { name: "What is known" })).toContainText(why);
}

/** Records a newer version of data that the team has. */
export async function recordVersion(page: Page, team: string, older: RegExp, newer: string) {
  await page.goto(`/t/${team}/versions`);
  const dialog = await open(page, "Record a new version", "Record a new version");
  await pick(dialog, page, "Newer version of", older);
  await fill(dialog, { "The new version": newer });
  await finish(dialog, "Save");
}
