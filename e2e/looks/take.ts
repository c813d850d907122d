import path from "node:path";
import type { Page } from "@playwright/test";
import { ROOT } from "@/lib/launch/child";
import { settled } from "../page-check";

const FOLDER = path.join(ROOT, "test-results/screens");
const WIDTHS = [360, 768, 1440, 2560];
/** Longer pages are cut, since nobody looks at them whole. */
const TALLEST = 4_000;

/** Writes each of these pages as it looks at four widths, light and dark, under the name of a state. */
export async function take(page: Page, state: string, paths: readonly string[]): Promise<void> {
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
