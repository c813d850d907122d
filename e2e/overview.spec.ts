import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { newAddress } from "./app";
import { arriveAs, newTeam } from "./beginnings";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const TEAM = "ruiz-lab";

/** How many requests the list shows under the address that it stands at. */
function rowsOfList(page: Page) {
  return page.getByRole("main").getByRole("table").last().locator("tbody tr");
}

test("each number of a team leads to a list of as many", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto(`/t/${TEAM}/overview`);
  const ends = page.getByRole("region", { name: "What ends when" });
  const steps = page.getByRole("region", { name: "Step by step" });
  const numbers = [
    ...(await ends.getByRole("link").all()),
    ...(await steps.getByRole("link").all()),
  ];
  const told = await Promise.all(
    numbers.map(async (link) => ({
      href: (await link.getAttribute("href")) ?? "",
      count: Number(await link.textContent()),
    })),
  );
  expect(told.length).toBeGreaterThan(5);
  for (const { href, count } of told) {
    await page.goto(href);
    await expect(rowsOfList(page), href).toHaveCount(count);
  }
});

test("a chart answers a question, tells its numbers and is saved as a picture", async ({
  page,
}) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto(`/t/${TEAM}/overview`);
  const where = page.getByRole("region", { name: "Where are our requests?" });
  await where.scrollIntoViewIfNeeded();
  await expect(where.getByRole("img", { name: /^Bars show how \d+ requests/ })).toBeVisible();
  await expect(where.locator("svg.recharts-surface")).toBeVisible();
  await where.getByText("Numbers as a table").click();
  await expect(where.getByRole("table", { name: "Where are our requests?" })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    where.getByRole("button", { name: "Save as PNG: Where are our requests?" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("where-are-our-requests.png");
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  // The width in dots, twice that on the page, stands at a fixed place in the file.
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(600);
  await checkPage(page, { everyWay: true });
});

test("what would hurt most stands first, and leads to where it is mended", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto(`/t/${TEAM}/overview`);
  const risks = page.getByRole("region", { name: "What would hurt most" });
  await risks.getByRole("listitem").first().getByRole("link").click();
  await expect(page).not.toHaveURL(/overview/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("whoever is in two teams sees both on one page", async ({ page }) => {
  await arriveAs(page, newAddress("ana"));
  const first = await newTeam(page, "Ana lab, first");
  const second = await newTeam(page, "Ana lab, second");
  await page.goto(`/t/${first}`);
  await page
    .getByRole("button", { name: /^Team: / })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "All teams at a glance" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "All teams" })).toBeVisible();
  for (const [slug, name] of [
    [first, "Ana lab, first"],
    [second, "Ana lab, second"],
  ]) {
    const card = page.getByRole("region", { name });
    await expect(card).toContainText("Nothing threatens this team’s access.");
    await expect(card.getByRole("link", { name: `Overview: ${name}` })).toHaveAttribute(
      "href",
      `/t/${slug}/overview`,
    );
  }
  await checkPage(page);
  await page.goto(`/t/${first}/overview`);
  await expect(page.getByRole("main")).toContainText("once there is one");
  await expect(page.getByRole("link", { name: "Browse the catalogue" })).toBeVisible();
});
