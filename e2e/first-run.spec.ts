import type { Page } from "@playwright/test";
import { newAddress, newTeam, signIn } from "./app";
import { arriveAs } from "./beginnings";
import { recordAccount } from "./holdings";
import { checkPage } from "./page-check";
import { saveDraft } from "./request";
import { expect, test } from "./test";

const FIVE_MINUTES = 5 * 60_000;

const tour = (page: Page) => page.getByRole("region", { name: "A short tour" });
const steps = (page: Page) => page.getByRole("region", { name: "First steps" });

test("a new lead is shown around, leaves by Escape for good, and may come back to it", async ({
  page,
  mailbox,
  somebodyElse,
}) => {
  const address = newAddress("Nia Tour");
  await signIn(page, mailbox, address);
  const team = await newTeam(page, "Tour lab");
  await expect(tour(page)).toContainText("Who may open what, and why not");
  await checkPage(page);
  await tour(page).getByRole("button", { name: "Next" }).click();
  await tour(page).getByRole("link", { name: "Import a spreadsheet" }).click();
  await page.waitForURL("**/imports/new");
  await expect(tour(page), "it goes along").toContainText("Bring in your spreadsheet");
  await tour(page).getByRole("button", { name: "4: Request a data set" }).click();
  await tour(page).getByRole("link", { name: "Browse the catalogue" }).click();
  await page.waitForURL("**/catalogue?*");
  await expect(tour(page), "beyond the team's own pages too").toContainText("Request a data set");

  await page.getByRole("button", { name: "Team: Tour lab" }).click();
  await expect(page.getByRole("menu").locator(":focus"), "the menu takes the focus").toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(tour(page), "Escape closes what lies above it first").toBeVisible();
  const left = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.keyboard.press("Escape");
  await expect(tour(page)).toBeHidden();
  await left;
  const elsewhere = await somebodyElse();
  await arriveAs(elsewhere, address);
  await elsewhere.goto(`/t/${team}`);
  await expect(steps(elsewhere)).toBeVisible();
  await expect(tour(elsewhere)).toHaveCount(0);

  await elsewhere.getByRole("button", { name: /^Account: / }).click();
  await elsewhere.getByRole("menuitem", { name: "Take the tour" }).click();
  await expect(tour(elsewhere).getByRole("heading", { name: "A short tour" })).toBeFocused();
  await tour(elsewhere).getByRole("button", { name: "Leave the tour" }).click();
  await expect(tour(elsewhere)).toHaveCount(0);
});

test("a new team gets from signing in to its first tracked request by the list of first steps", async ({
  page,
  mailbox,
}) => {
  const start = Date.now();
  await signIn(page, mailbox, newAddress("Nia First"));
  const team = await newTeam(page, "First lab");
  await tour(page).getByRole("button", { name: "Leave the tour" }).click();
  await expect(steps(page)).toContainText("1 of 4 done");

  await steps(page).getByRole("link", { name: "Add a person’s credentials" }).click();
  await recordAccount(page, "PhysioNet account", "nia-first");
  await page.getByRole("link", { name: "Dashboard" }).click();
  await expect(steps(page)).toContainText("2 of 4 done");

  await steps(page).getByRole("link", { name: "Track a first request" }).click();
  const entry = page.getByRole("main").getByRole("heading").getByRole("link").first();
  await entry.click();
  await page.getByRole("link", { name: "Request access" }).click();
  await expect(page.getByRole("form", { name: "Application" })).toBeVisible();
  const number = await saveDraft(page);
  expect(Date.now() - start).toBeLessThan(FIVE_MINUTES);

  await page.goto(`/t/${team}`);
  await expect(steps(page)).toContainText("3 of 4 done");
  await expect(
    steps(page).getByRole("link", { name: "Record an approval with its last day" }),
  ).toHaveAttribute("href", `/t/${team}/requests/${number}`);
  await checkPage(page);
  await steps(page).getByRole("button", { name: "Put away" }).click();
  await expect(steps(page)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Needs you" })).toBeVisible();
});
