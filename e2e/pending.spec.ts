import type { Page } from "@playwright/test";
import { addDays } from "@/lib/dates/day";
import { addPerson, newTeamOf } from "./beginnings";
import { today } from "./calendar";
import * as request from "./request";
import { expect, test } from "./test";

/** Holds back the scripts of the pages to come, as a slow network does. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("a form takes nothing before it can keep it, and loses nothing to the address", async ({
  page,
}) => {
  const team = await newTeamOf(page, "Nia Early");
  await addPerson(page, team, "Chidi Okafor");
  await page.goto(`/t/${team}/people`);
  const person = await page.getByRole("link", { name: "Chidi Okafor" }).getAttribute("href");
  const address = `${person}/leave?on=${addDays(today(), 3)}`;

  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  const button = page.getByRole("button", { name: "Record that Chidi Okafor leaves on " });
  await button.click({ force: true });
  await button.evaluate((element) => element.focus());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
  release();
  await button.click();
  await expect(page.getByText("Recorded: Chidi Okafor leaves on ")).toBeVisible();
});

test("a link leads to its question also where it opens the form anew", async ({ page }) => {
  const team = await newTeamOf(page, "Nia Link");
  await request.requestAccess(page, "EGAS00001000910");
  await request.write(page, "Project description", "Age and its genes.");
  const number = await request.saveDraft(page);
  await page.goto("/catalogue");
  await page.goto(`/t/${team}/requests/${number}/form#q-projectText`);
  await expect(page.getByRole("textbox", { name: "Project description" })).toBeFocused();
});

test("a page that takes long to come shows its outline meanwhile, and no page is missing then", async ({
  page,
  watch,
}) => {
  const team = await newTeamOf(page, "Nia Slow");
  await page.goto(`/t/${team}`);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === `/t/${team}/requests`,
    async (route) => {
      await released;
      await route.continue();
    },
  );
  const main = page.getByRole("main");
  await page.getByRole("link", { name: "Requests", exact: true }).click();
  await expect(main).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeHidden();
  release();
  await expect(page.getByRole("heading", { name: "Requests", level: 1 })).toBeVisible();
  await expect(main).toHaveAttribute("aria-busy", "false");

  watch.expect(/404 \(Not Found\)/);
  const answer = await page.goto(`/t/${team}/requests/GB-999`);
  expect(answer?.status(), "what is not there is a 404, not an outline").toBe(404);
});
