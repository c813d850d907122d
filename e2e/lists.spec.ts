import { arriveAs } from "./beginnings";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const REQUESTS = "/t/ruiz-lab/requests";
const inDemo = (name: string) => `${name}@demo.gatebook.example`;

test("one box finds requests, and completes what is typed by keyboard alone", async ({ page }) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(REQUESTS);
  await checkPage(page);
  const box = page.getByRole("combobox", { name: "Find requests" });
  const rows = page.getByRole("table", { name: "Requests of the team" }).getByRole("rowheader");
  const before = await rows.count();

  // Whoever types on is ahead of what a slow screen shows.
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (done) => window.setTimeout(() => draw(done), 150);
  });
  await box.click();
  await page.keyboard.type("ar");
  await expect(page.getByRole("option", { name: /archive:/ })).toBeVisible();
  await checkPage(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("archive:");
  await page.keyboard.type("phys", { delay: 100 });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("archive:physionet ");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(box).toHaveValue("archive:physionet ");
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/q=archive%3Aphysionet$/);
  await expect.poll(() => rows.count()).toBeLessThan(before);
  await expect(page.getByRole("status").filter({ hasText: "found" })).toHaveText(
    `${await rows.count()} found`,
  );
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect.poll(() => rows.count()).toBe(before);
});

test("what cannot be read is said, and what fits nothing leads back", async ({ page }) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(`${REQUESTS}?q=arcive:ega%20ends:soon`);
  const problems = page.getByRole("status").filter({ hasText: "could not be read" });
  await expect(problems).toContainText("There is no field “arcive” (at character 1).");
  await expect(problems).toContainText("“soon” is no day for ends (at character 17).");
  await checkPage(page);
  await page.goto(`${REQUESTS}?q=nothing-of-the-kind`);
  await expect(page.getByText("Nothing is like this.")).toBeVisible();
  await checkPage(page);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("table", { name: "Requests of the team" })).toBeVisible();
});

test("order and columns stand in the address, which shows another member the same", async ({
  page,
  somebodyElse,
}) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(REQUESTS);
  const header = (name: string) => page.getByRole("columnheader", { name, exact: true });
  await header("Ends").getByRole("link").click();
  await expect(header("Ends")).toHaveAttribute("aria-sort", "ascending");
  await header("Ends").getByRole("link").click();
  await expect(header("Ends")).toHaveAttribute("aria-sort", "descending");

  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("checkbox", { name: "Owner" }).check();
  await expect(header("Owner")).toBeVisible();
  await page.getByRole("checkbox", { name: "Next duty" }).uncheck();
  await expect(header("Next duty")).toBeHidden();
  await checkPage(page);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^Approved/ }).click();
  await expect(page).toHaveURL(/q=status%3Aapproved/);

  const bo = await somebodyElse();
  await arriveAs(bo, inDemo("bo.lindqvist"));
  await bo.goto(page.url());
  const shownTo = (reader: typeof page) =>
    reader.getByRole("rowheader").getByRole("link").allInnerTexts();
  await expect(bo.getByRole("columnheader", { name: "Owner" })).toBeVisible();
  expect(await shownTo(bo)).toEqual(await shownTo(page));

  const file = await page.request.get(
    `/api/t/ruiz-lab/lists/requests.csv${new URL(page.url()).search}`,
  );
  const lines = (await file.text()).trim().split("\n");
  expect(lines).toHaveLength(1 + (await shownTo(page)).length);
});

test("the list of requests can be asked, sorted and paged without JavaScript", async ({
  page,
  browser,
  baseURL,
}) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  const plain = await browser.newContext({
    ...{ baseURL, javaScriptEnabled: false },
    storageState: await page.context().storageState(),
  });
  const tab = await plain.newPage();
  await tab.goto(`${REQUESTS}?sort=ends`);
  const box = tab.getByRole("combobox", { name: "Find requests" });
  await box.fill("status:approved");
  await tab.getByRole("button", { name: "Search", exact: true }).click();
  await expect(tab).toHaveURL(/sort=ends&q=status%3Aapproved/);
  await tab.getByRole("columnheader", { name: "Stage" }).getByRole("link").click();
  await expect(tab).toHaveURL(/sort=stage/);
  await plain.close();
});

test("a list is a stack of cards on a phone, and can be searched there", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await arriveAs(page, inDemo("ana.ruiz"));
  for (const path of [REQUESTS, "/t/ruiz-lab/duties"]) {
    await page.goto(path);
    await checkPage(page);
    await page.getByRole("button", { name: "Display" }).click();
    await expect(page.getByRole("combobox", { name: "Order" })).toBeVisible();
    await checkPage(page);
  }
});
