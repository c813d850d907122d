import { checkPage } from "./page-check";
import { expect, test } from "./test";

const SPELLINGS = [["phs000821", "Lothian"]];

test("the catalogue is readable without signing in", async ({ page }) => {
  await page.goto("/catalogue");
  await expect(page.getByRole("heading", { level: 1, name: "Catalogue" })).toBeVisible();
  await checkPage(page);
});

for (const [typed, title] of SPELLINGS as [string, string][]) {
  test(`${typed} finds the entry`, async ({ page }) => {
    await page.goto("/catalogue");
    await page.getByLabel("Search the catalogue").fill(typed);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: title })).toBeVisible();
  });
}
