import type { Page } from "@playwright/test";
import { readCalendarFile } from "@/lib/calendar/sample-reader";
import { signIn } from "./app";
import { addPerson, newTeamOf } from "./beginnings";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const DEMO = "/t/ruiz-lab/calendar";

/** Makes an address on the page and gives it. */
async function subscribe(page: Page, whose: "me" | "the team"): Promise<string> {
  const panel = page.getByRole("region", { name: "Subscribe" });
  await panel.getByRole("button", { name: `New address for ${whose}` }).click();
  const address = panel.getByRole("textbox", { name: "Address" });
  await expect(address).toHaveValue(/\.ics$/);
  return address.inputValue();
}

test("eighteen months of duties stand in one calendar, each with its rule and source", async ({
  page,
  mailbox,
}) => {
  await signIn(page, mailbox, "ana.ruiz@demo.gatebook.example");
  await page.goto(DEMO);
  const glance = page.getByRole("list", { name: "Months" });
  await expect(glance.getByRole("listitem")).toHaveCount(18);
  await checkPage(page, { everyWay: true });

  const entry = page.getByRole("main").getByRole("listitem").filter({ hasText: "Why this date" });
  await entry.first().getByText("Why this date").click();
  await expect(entry.first().getByText("Rule", { exact: true })).toBeVisible();
  await expect(entry.first().getByText("Source", { exact: true })).toBeVisible();

  const month = glance.getByRole("link").last();
  const target = (await month.getAttribute("href")) ?? "";
  await month.click();
  await expect(page.locator(target)).toBeInViewport();

  await page.getByRole("combobox", { name: "Archive" }).selectOption("EGA");
  await page.getByRole("combobox", { name: "Person" }).selectOption("Me");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/person=me&archive=ega/);
  await expect(page.getByRole("combobox", { name: "Archive" })).toHaveValue("ega");
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL(DEMO);
});

test("calendar programs read duties at a secret address until it is revoked", async ({
  page,
  somebodyElse,
}) => {
  const team = await newTeamOf(page, "ana");
  // Somebody whose affiliation is to be looked at once a year.
  await addPerson(page, team, "Bo Berg");
  await page.goto(`/t/${team}/calendar?archive=ega&group=reports`);
  await expect(page.getByText("Nothing is due in these months.")).toBeVisible();
  const address = await subscribe(page, "the team");
  await checkPage(page);
  const program = (await somebodyElse()).request;

  const answer = await program.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  });
  expect(readCalendarFile(await answer.text()).parts.length).toBeGreaterThan(0);

  const known = { "If-None-Match": answer.headers().etag ?? "" };
  const again = await program.get(address, { headers: known });
  expect([again.status(), await again.text()]).toEqual([304, ""]);
  const wrong = await program.get(address.replace(/.{8}\.ics$/, "AAAAAAAA.ics"));
  expect(wrong.status()).toBe(404);

  await page.reload();
  const panel = page.getByRole("region", { name: "Subscribe" });
  await expect(panel.getByText(/Last read \d/).first()).toBeVisible();
  await expect(page.getByText(address)).toHaveCount(0);
  await panel
    .getByRole("button", { name: /^Revoke the address/ })
    .first()
    .click();
  await expect(page.getByText("The address is revoked")).toBeVisible();
  const dead = await program.get(address, { headers: known });
  expect(dead.status()).toBe(404);
  expect(await dead.text()).toBe(await wrong.text());
});
