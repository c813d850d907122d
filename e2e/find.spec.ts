import type { Page } from "@playwright/test";
import { addPerson, arriveAs, newTeamOf } from "./beginnings";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const TEAM = "/t/ruiz-lab";

/** Opens the search by its keys, once the page listens to them. */
async function openFind(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Find anything" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog.getByRole("combobox")).toBeFocused();
  return dialog;
}

test("a mistyped word leads to the thing by keyboard alone", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  await addPerson(page, team, "Lucía Fernández");
  const { keyboard } = page;
  await page.goto(`/t/${team}`);

  const dialog = await openFind(page);
  await keyboard.type("Fernadnez");
  await expect(dialog.getByRole("option", { name: "Lucía Fernández" })).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText(/result/);
  await keyboard.press("Enter");
  await page.waitForURL(/\/people\/[\da-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "Lucía Fernández" })).toBeVisible();
  await expect(dialog).toBeHidden();

  // What was opened is offered first the next time.
  await page.goto(`/t/${team}`);
  const again = await openFind(page);
  const lately = again.getByRole("group", { name: "Opened lately" });
  await expect(lately.getByRole("option").first()).toHaveText(/Lucía Fernández/);
  await keyboard.type("mimc");
  await expect(again.getByRole("option", { name: /MIMIC-IV/ }).first()).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  const chosen = again.locator("[data-combobox-selected]");
  await expect(chosen).toHaveCount(1);
  await expect(again.getByRole("combobox")).toHaveAttribute(
    "aria-activedescendant",
    (await chosen.getAttribute("id")) ?? "",
  );
  await keyboard.press("Escape");
  await expect(again).toBeHidden();
});

test("whoever types fast need not wait for the answer", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto(TEAM);
  await openFind(page);
  await page.keyboard.type("GB-1");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${TEAM}/requests/GB-1`);
});

test("what cannot be found, and a server that is away, are said", async ({ page, watch }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto(TEAM);
  const dialog = await openFind(page);
  await page.keyboard.type("qqqwwwzzz");
  await expect(dialog.getByRole("status")).toHaveText(/Nothing fits “qqqwwwzzz”/);
  watch.expect(/ERR_FAILED|Failed to load resource/);
  await page.route("**/api/t/*/find?*", (route) => route.abort());
  await page.keyboard.type("x");
  await expect(dialog.getByRole("status")).toHaveText(/does not answer/);
});

test("keys alone lead through the team, and can be switched off", async ({ page }) => {
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  const { keyboard } = page;
  await page.goto(TEAM);
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(sheet.getByRole("heading", { name: "Find anything" })).toBeVisible();
  await checkPage(page);
  await keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await keyboard.press("g");
  await keyboard.press("p");
  await page.waitForURL(`**${TEAM}/people`);
  await keyboard.press("g");
  await keyboard.press("c");
  await page.waitForURL(/\/calendar/);
  // A letter that is typed is a letter.
  await page.goto("/catalogue");
  await keyboard.press("/");
  const box = page.getByRole("searchbox", { name: "Search the catalogue" });
  await expect(box).toBeFocused();
  await keyboard.type("gp?n");
  await expect(box).toHaveValue("gp?n");
  await expect(sheet).toBeHidden();

  const dialog = await openFind(page);
  await keyboard.type("keyboard");
  await expect(dialog.getByRole("option", { name: "Keyboard shortcuts" })).toBeVisible();
  await keyboard.press("Enter");
  await sheet.getByRole("switch", { name: "Shortcuts of single keys" }).press("Space");
  await keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.goto(`${TEAM}/people`);
  await keyboard.press("?");
  await keyboard.press("g");
  await keyboard.press("d");
  await openFind(page);
  await expect(sheet).toBeHidden();
  expect(new URL(page.url()).pathname).toBe(`${TEAM}/people`);
});

test("a viewer is offered nothing to begin, and every state is accessible", async ({ page }) => {
  await arriveAs(page, "eva.novak@demo.gatebook.example");
  await page.goto(TEAM);
  const dialog = await openFind(page);
  await expect(dialog.getByRole("option", { name: "Go to People" })).toBeVisible();
  await expect(dialog.getByRole("option", { name: "New application" })).toHaveCount(0);
  await checkPage(page, { everyWay: true });
  await page.keyboard.type("mimic");
  await expect(dialog.getByRole("group", { name: "Data sets" })).toBeVisible();
  await checkPage(page, { everyWay: true });
});

test("a phone has the search in its bar", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await page.goto(TEAM);
  const dialog = page.getByRole("dialog", { name: "Find anything" });
  await expect(async () => {
    await page.getByRole("button", { name: "Search for anything" }).click();
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole("combobox").fill("lothian");
  await dialog.getByRole("group", { name: "Requests" }).getByRole("option").first().click();
  await page.waitForURL(/\/requests\/GB-\d+$/);
});
