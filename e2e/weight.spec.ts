import type { Page } from "@playwright/test";
import { arriveAs } from "./beginnings";
import { everyPage } from "./every-page";
import { expect, test } from "./test";

/** Compressed, as it travels. */
const MOST_SCRIPT = 250_000;

// Forms that are pages by themselves still carry the archives' rules or a library of schemas.
const MOST_OF_FORMS = 310_000;
const FORMS = [
  /\/requests\/(?:new|[^/]+\/(?:form|copy))$/,
  /\/(?:imports\/new|fit\/purposes\/[^/]+|agreements\/[^/]+|institution|people\/[^/]+)$/,
];

/** The bytes of JavaScript that a browser fetches before a page that it opens first is loaded. */
async function scriptOf(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: "load" });
  return page.evaluate(() => {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = files.filter(({ name }) => /\.js(?:$|\?)/.test(name));
    return scripts.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  });
}

test("no page needs more than 250 kB of JavaScript to begin with, the largest forms 310", async ({
  page,
  watch,
}) => {
  watch.expect(/./);
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  const heavy: string[] = [];
  const seen = new Set<string>();
  for (const path of await everyPage(page, ["/t/ruiz-lab", "/catalogue", "/sign-in", "/welcome"])) {
    // Pages of one kind share their scripts.
    const kind = path.replace(/GB-\d+|[0-9a-f-]{36}/g, "*");
    if (seen.has(kind)) continue;
    seen.add(kind);
    const bytes = await scriptOf(page, path);
    const most = FORMS.some((form) => form.test(path)) ? MOST_OF_FORMS : MOST_SCRIPT;
    if (bytes > most) heavy.push(`${path}: ${Math.round(bytes / 1_000)} kB`);
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(heavy).toEqual([]);
});
