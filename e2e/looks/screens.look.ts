import path from "node:path";
import type { Page } from "@playwright/test";
import { ROOT } from "@/lib/launch/child";
import { newAddress } from "../app";
import { arriveAs, newTeam } from "../beginnings";
import { everyPage } from "../every-page";
import { settled } from "../page-check";
import { test } from "../test";

// `npm run screens`: every page at four widths, light and dark, with the demo team's data and with a
// team that has none, as PNG in test-results/screens.

const FOLDER = path.join(ROOT, "test-results/screens");
const WIDTHS = [360, 768, 1440, 2560];
/** Longer pages are cut, since nobody looks at them whole. */
const TALLEST = 4_000;

async function take(page: Page, state: string, paths: readonly string[]): Promise<void> {
  for (const address of paths) {
    const name = address.replace(/^\/t\/[^/]+/, "team").replaceAll("/", "_") || "_";
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address, { waitUntil: "networkidle" });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(Math.max(height, 900), TALLEST) });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        const file = path.join(FOLDER, state, `${width}-${colorScheme}`, `${name}.png`);
        await page.screenshot({ path: file });
      }
    }
  }
}

test("screens of the demo team", async ({ page, watch }) => {
  watch.expect(/./);
  const signedOut = ["/", "/catalogue", "/sign-in", "/sign-in/check-mail"];
  await take(page, "signed-out", signedOut);
  await arriveAs(page, "ana.ruiz@demo.gatebook.example");
  await take(page, "demo", await everyPage(page, ["/t/ruiz-lab", "/welcome"]));
});

test("screens of a new team", async ({ page, watch }) => {
  watch.expect(/./);
  await arriveAs(page, newAddress("Nia Empty"));
  const team = await newTeam(page, "Empty lab");
  const paths = await everyPage(page, [`/t/${team}`]);
  const own = paths.filter((address) => address.startsWith(`/t/${team}`));
  await take(page, "empty", own);
});
