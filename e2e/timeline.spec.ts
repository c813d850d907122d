import type { Page } from "@playwright/test";
import { arriveAs } from "./beginnings";
import { checkPage } from "./page-check";
import { expect, test } from "./test";

const TIMELINE = "/t/ruiz-lab/timeline";
const inDemo = (name: string) => `${name}@demo.gatebook.example`;

const chartOf = (page: Page) => page.getByRole("region", { name: /^Timeline from/ });

test("what holds from when to when is gathered by person, data set or archive", async ({
  page,
}) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto("/t/ruiz-lab");
  await page.getByRole("link", { name: "Timeline", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Timeline", level: 1 })).toBeVisible();
  const chart = chartOf(page);
  await expect(chart.getByRole("link", { name: "Chidi Okafor", exact: true })).toBeVisible();
  await checkPage(page, { everyWay: true });

  await page.getByRole("combobox", { name: "Rows" }).selectOption("Data sets");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/group=data/);
  await expect(chart.getByRole("link", { name: "Chidi Okafor", exact: true })).toHaveCount(0);
  await expect(chart.getByRole("link", { name: "HiRID", exact: true })).toBeVisible();

  await page.getByRole("combobox", { name: "Rows" }).selectOption("Archives");
  await page.getByRole("checkbox", { name: "Duties" }).uncheck();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/group=archive/);
  await expect(chart.getByRole("link", { name: "PhysioNet", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL(new RegExp(`${TIMELINE}$`));
});

test("zoom and time are links, and bring back today", async ({ page }) => {
  await arriveAs(page, inDemo("eva.novak"));
  await page.goto(TIMELINE);
  for (const zoom of ["3 months", "3 years", "All"]) {
    await page.getByRole("link", { name: zoom, exact: true }).click();
    await expect(page.getByRole("link", { name: zoom, exact: true })).toHaveAttribute(
      "aria-current",
      "true",
    );
    await expect(chartOf(page).getByText("Today")).toBeVisible();
  }
  await page.getByRole("link", { name: "1 year", exact: true }).click();
  for (let step = 0; step < 3; step++) {
    const before = page.url();
    await page.getByRole("link", { name: "Later", exact: true }).click();
    await expect(page).not.toHaveURL(before);
  }
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await expect(chartOf(page).getByText("Today")).toBeVisible();
});

test("the keyboard alone leads from one bar to the page that it is about", async ({ page }) => {
  await arriveAs(page, inDemo("dana.levi"));
  await page.goto(TIMELINE);
  const chart = chartOf(page);
  const bars = chart.locator("[data-row]");
  await expect(chart.locator('[data-row][tabindex="0"]')).toHaveCount(1);
  await bars.first().focus();
  const place = async () => Number(await page.locator(":focus").getAttribute("data-row"));
  expect(await place()).toBe(0);
  await page.keyboard.press("ArrowDown");
  expect(await place()).toBe(1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+End");
  const last = await place();
  expect(last).toBeGreaterThan(1);
  await page.keyboard.press("Control+Home");
  expect(await place()).toBe(0);
  await expect(page.getByRole("link", { name: "Open", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Open", exact: true })).toHaveCount(0);

  await page.keyboard.press("-");
  await expect(page).toHaveURL(/zoom=3y/);
  await expect(chart.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("+");
  await expect(page).toHaveURL(new RegExp(`${TIMELINE}$`));
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/from=/);
  await page.keyboard.press("PageUp");
  await expect(chart.locator(":focus")).toHaveCount(1);

  const target = (await chart.locator(":focus").getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${target}$`));
});

test("the list says the same as the chart, on phones first", async ({ page }) => {
  await arriveAs(page, inDemo("bo.lindqvist"));
  await page.goto(TIMELINE);
  const names = await chartOf(page)
    .locator("[data-row]")
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label") ?? ""));
  expect(names.length).toBeGreaterThan(10);
  await page.getByRole("link", { name: "As a list" }).click();
  await expect(page).toHaveURL(/as=list/);
  await expect(chartOf(page)).toHaveCount(0);
  const list = page.getByRole("region", { name: "As a list" });
  await expect(list.getByRole("listitem")).toHaveCount(names.length);
  const text = ((await list.textContent()) ?? "").replace(/\s+/g, " ");
  // The list shows as a sign before the sentence the word of the state, which a bar's name begins with
  // and a duty's has behind its day.
  for (const name of names) {
    const sentence = name.replace(/^(?!.*, due )[^.]+\. /, "");
    expect(text).toContain(sentence.replace(/(, due [^:]+\)): [^.]+\./, "$1.").trim());
  }
  await checkPage(page);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(TIMELINE);
  await expect(list).toBeInViewport();
  const top = async (what: typeof list) => (await what.boundingBox())?.y ?? 0;
  expect(await top(list)).toBeLessThan(await top(chartOf(page)));
});

test("on paper the chart stands above its list", async ({ page }) => {
  await arriveAs(page, inDemo("ana.ruiz"));
  await page.goto(TIMELINE);
  await page.emulateMedia({ media: "print" });
  const list = page.getByRole("region", { name: "As a list" });
  await expect(list).toBeVisible();
  const top = async (what: typeof list) => (await what.boundingBox())?.y ?? 0;
  expect(await top(chartOf(page))).toBeLessThan(await top(list));
});
