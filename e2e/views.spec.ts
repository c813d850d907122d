import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Download, Page } from "@playwright/test";
import { newAddress } from "./app";
import { addPerson, arriveAs, joinAs, newTeam } from "./beginnings";
import { finish } from "./dialogs";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const names = (page: Page) => page.getByRole("rowheader").getByRole("link");

/** Opens the menu of views, whose button says which one is open. */
async function views(page: Page, button: string | RegExp = "Views"): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
}

/** Asks for a file of the list and waits until it is there. */
async function download(page: Page, file: RegExp): Promise<Download> {
  await page.getByRole("button", { name: "Export" }).click();
  const [loaded] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: file }).click(),
  ]);
  return loaded;
}

async function rowsOf(file: Download, sheet = 0): Promise<unknown[][]> {
  const book = read(await readFile(await file.path()));
  const found = book.Sheets[book.SheetNames[sheet] ?? ""] ?? {};
  return utils.sheet_to_json<unknown[]>(found, { header: 1 });
}

test("Ana keeps a view of her people and shares it, and Bo opens it and takes it along as a workbook", async ({
  page,
  somebodyElse,
}) => {
  test.slow();
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, keeping lists");
  for (const person of ["Carla Pahl", "Deniz Pahl"]) await addPerson(page, team, person);
  const bo = await somebodyElse();
  const address = await addPerson(page, team, "Bo Berg");
  await joinAs(bo, page, team, { name: "Bo Berg", role: "member", address });

  await page.goto(`/t/${team}/people`);
  const box = page.getByRole("combobox", { name: "Find people" });
  await box.fill("pahl");
  await box.press("Enter");
  await expect(names(page)).toHaveText(["Carla Pahl", "Deniz Pahl"]);
  await page.getByRole("columnheader").getByRole("link", { name: "Name" }).click();
  await expect(names(page)).toHaveText(["Deniz Pahl", "Carla Pahl"]);
  await views(page);
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Give the view a name.");
  await dialog.getByLabel("Name of the view").fill("The Pahls");
  await dialog.getByLabel("Share it with the team").check();
  await checkPage(page);
  await finish(dialog, "Save");
  await expect(page.getByRole("button", { name: "The Pahls" })).toBeVisible();
  await checkPage(page);

  await bo.goto(`/t/${team}/people`);
  await expect(heading(bo, "People")).toBeVisible();
  await views(bo);
  const shared = bo.getByRole("menuitem", { name: "The Pahls" });
  await expect(shared).toContainText("by Ana");
  await shared.click();
  await expect(names(bo)).toHaveText(["Deniz Pahl", "Carla Pahl"]);
  await views(bo, "The Pahls");
  await expect(bo.getByRole("menuitem", { name: /Rename|Delete/ })).toHaveCount(0);
  await bo.keyboard.press("Escape");

  const file = await download(bo, /Excel workbook/);
  expect(file.suggestedFilename()).toMatch(/^people-.*\.xlsx$/);
  const [header, ...rows] = await rowsOf(file);
  expect(header?.[0]).toBe("Name");
  expect(rows.map(([name]) => name)).toEqual(["Deniz Pahl", "Carla Pahl"]);
  const about = await rowsOf(file, 1);
  expect(about).toContainEqual(["Filter", "pahl"]);
  expect(about).toContainEqual(["Exported by", "Bo Berg"]);
  const text = await readFile(await (await download(bo, /Text file/)).path(), "utf8");
  expect(text.split("\r\n")[1]).toMatch(/^"Deniz Pahl"/);
});

test("Ana changes a view, is told so, saves over it, and deletes it", async ({ page }) => {
  test.slow();
  await arriveAs(page, newAddress("ana"));
  const team = await newTeam(page, "Ana lab, changing lists");
  await addPerson(page, team, "Carla Pahl");
  await page.goto(`/t/${team}/people?q=pahl`);
  await views(page);
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name of the view").fill("Mine");
  await finish(dialog, "Save");
  await expect(page.getByRole("button", { name: "Mine", exact: true })).toBeVisible();

  await page
    .getByRole("navigation", { name: "On the team" })
    .getByRole("link", { name: /^On the team/ })
    .click();
  await views(page, /^Mine changed$/);
  await page.getByRole("menuitem", { name: "Save the changes to “Mine”" }).click();
  await expect(page.getByRole("button", { name: "Mine", exact: true })).toBeVisible();
  await page.goto(`/t/${team}/people`);
  await views(page);
  await page.getByRole("menuitem", { name: "Mine" }).click();
  await expect(page.getByRole("combobox", { name: "Find people" })).toHaveValue(
    "presence:here pahl",
  );

  await views(page, "Mine");
  await page.getByRole("menuitem", { name: "Delete this view…" }).click();
  await finish(page.getByRole("dialog", { name: "Delete “Mine”?" }), "Delete");
  await expect(page.getByRole("button", { name: "Views", exact: true })).toBeVisible();
});
