import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { newAddress } from "./app";
import { addPerson, arriveAs, newTeam } from "./beginnings";
import { today } from "./calendar";
import { runReminders } from "./commands";
import { approvedProject } from "./dbgap-project";
import { part } from "./dialogs";
import type { Mail, Mailbox } from "./mailbox";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

/** A team whose one project ends in 31 days: tomorrow it is 30, of which everybody is reminded. */
async function endingProject(page: Page) {
  const address = newAddress("ana");
  await arriveAs(page, address);
  const team = await newTeam(page, "Ana lab, mail");
  for (const person of ["Frank Mercer", "Grace Liu"]) await addPerson(page, team, person);
  const people = { pi: "Ana", signingOfficial: "Frank Mercer", itDirector: "Grace Liu" };
  const endsOn = addDays(today(), 31);
  const number = await approvedProject(page, people, { accession: "phs000424.v10.p2", endsOn });
  return { address, team, number, endsOn };
}

/** Where mail programs end a mail, from its headers as they came; null for one that cannot be ended. */
async function unsubscribeOf(mailbox: Mailbox, mail: Mail): Promise<string | null> {
  const [head = ""] = (await mailbox.sourceOf(mail)).split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, " ");
  if (!/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\s*$/im.test(lines)) return null;
  return /^List-Unsubscribe:.*<(https?:[^>]+)>/im.exec(lines)?.[1]?.replaceAll(" ", "") ?? null;
}

/** The mails to an address that can be ended, oldest first, with where. */
async function endedMails(mailbox: Mailbox, address: string) {
  const found: { mail: Mail; link: string }[] = [];
  for (const mail of await mailbox.mailsTo(address)) {
    const link = await unsubscribeOf(mailbox, mail);
    if (link) found.push({ mail, link });
  }
  return found;
}

test("a lead sees tomorrow's mail before it goes; its reader ends it with one click, and urgent mail still comes", async ({
  page,
  mailbox,
  somebodyElse,
  watch,
}) => {
  test.slow();
  const { address, team, number, endsOn } = await endingProject(page);
  const tomorrow = addDays(endsOn, -30);

  await page.goto(`/t/${team}/settings`);
  await page.getByRole("link", { name: "Mail of the team" }).click();
  const preview = part(page, "What comes next");
  await expect(preview.getByRole("textbox", { name: "Day" })).toHaveValue(tomorrow);
  const line = preview.getByRole("row", { name: new RegExp(`^Ana.*${number}`) }).first();
  await expect(line).toContainText("Daily mail");
  await expect(line).toContainText("08:00 in ");
  await checkPage(page);

  await runReminders(team, tomorrow);
  const daily = (await endedMails(mailbox, address)).at(-1);
  expect(daily?.mail.text).toContain(number);
  const link = daily?.link ?? "";

  const reader = await somebodyElse();
  await reader.goto(link);
  await expect(reader.getByRole("heading", { name: "End the daily mail?" })).toBeVisible();
  await checkPage(reader);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(`${link}x`, { method: "POST", body })).status).toBe(404);
  expect((await fetch(link, { method: "POST" })).status).toBe(400);
  for (const _once of [1, 2]) {
    expect((await fetch(link, { method: "POST", body })).status).toBe(200);
  }
  await reader.reload();
  await expect(reader.getByRole("heading", { name: "The daily mail is off" })).toBeVisible();
  watch.expect(/404 \(Not Found\)/);
  const unknown = await reader.goto(`${new URL(link).origin}/unsubscribe?token=unknown`);
  expect(unknown?.status()).toBe(404);
  await expect(reader.getByRole("heading", { name: "This link is not known" })).toBeVisible();

  const before = (await endedMails(mailbox, address)).length;
  await runReminders(team, addDays(endsOn, -14));
  expect(await endedMails(mailbox, address)).toHaveLength(before);
  await runReminders(team, addDays(endsOn, -7));
  const urgent = (await mailbox.mailsTo(address)).findLast(({ subject }) =>
    subject.includes(`[${number}]`),
  );
  expect(urgent?.subject).toContain("7 days left");
  expect(await unsubscribeOf(mailbox, urgent as Mail)).toBeNull();

  await page.goto(`/t/${team}/settings/notifications`);
  const wanted = page.getByRole("checkbox", { name: "One mail a day with what comes next" });
  await expect(wanted).not.toBeChecked();
  await wanted.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice was saved.")).toBeVisible();
  await checkPage(page);
});

test("a lead looks at what mails look like, in light and in dark", async ({ page }) => {
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, templates");
  await page.goto(`/t/${team}/settings/mail`);
  await expect(part(page, "What comes next")).toContainText("nobody would be written to");
  await page.getByRole("link", { name: "The daily mail" }).click();
  await expect(page.getByText("This one shows invented data")).toBeVisible();
  const mail = page.frameLocator("iframe");
  await expect(mail.getByRole("heading", { level: 1 })).toHaveText(/dates for Ana/);
  await page.getByText("Dark", { exact: true }).click();
  await expect(mail.locator("body")).toHaveCSS("background-color", "rgb(26, 27, 30)");
  await expect(part(page, "As plain text")).toContainText("Stop the daily mail");
  await checkPage(page);
});
