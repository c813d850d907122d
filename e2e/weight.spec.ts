import type { Page } from "@playwright/test";
import { newAddress } from "./app";
import { arriveAs, newTeam } from "./beginnings";
import { everyPage } from "./every-page";
import { expect, test } from "./test";

/** Compressed, as it travels. */
const MOST_SCRIPT = 250_000;

/** The bytes of JavaScript that a browser fetches before a page that it opens first is loaded. */
async function scriptOf(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: "load" });
  return page.evaluate(() => {
    const [{ loadEventStart: loaded } = { loadEventStart: 0 }] = performance.getEntriesByType(
      "navigation",
    ) as PerformanceNavigationTiming[];
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = files.filter(
      ({ name, startTime }) => /\.js(?:$|\?)/.test(name) && startTime < loaded,
    );
    return scripts.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  });
}

/** The pages among these that need more, each kind looked at once: pages of one kind share their scripts. */
async function heavyOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const kinds = new Map(paths.map((path) => [path.replace(/GB-\d+|[0-9a-f-]{36}/g, "*"), path]));
  const heavy: string[] = [];
  for (const path of kinds.values()) {
    const bytes = await scriptOf(page, path);
    if (bytes > MOST_SCRIPT) heavy.push(`${path}: ${Math.round(bytes / 1_000)} kB`);
  }
  return heavy;
}

test("no page needs more than 250 kB of JavaScript to begin with", async ({ page, watch }) => {
  watch.expect(/./);
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  const paths = await everyPage(page, ["/t/ruiz-lab", "/catalogue", "/sign-in", "/welcome"]);
  expect(paths.length).toBeGreaterThan(30);
  expect(await heavyOf(page, paths)).toEqual([]);
});

test("no more than that for whoever reads them in German", async ({ page, watch }) => {
  watch.expect(/./);
  await arriveAs(page, newAddress("ana"), "de");
  const team = await newTeam(page, "Labor Ruiz");
  const paths = ["", "/people/me", "/institution", "/imports/new", "/fit/purposes/new"];
  expect(
    await heavyOf(
      page,
      paths.map((path) => `/t/${team}${path}`),
    ),
  ).toEqual([]);
});
