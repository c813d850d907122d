import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const DESK = 1280;
const PHONE = 360;

/** Of axe's rules those that look at colours; all others find the same in the dark as in the light. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it stands, each element with its reason. */
async function accessibilityProblems(page: Page, isDark: boolean): Promise<string[]> {
  // What still moves or fades would be measured half way.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  );
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const rules = isDark ? axe.withRules(COLOURS) : axe.withTags(WCAG_22_AA);
  const { violations } = await rules.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} at ${html.slice(0, 300)}: ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than the window, and the innermost thing that sticks out. */
function overflow(page: Page): Promise<{ pixels: number; what: string }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sticking = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const innermost = sticking.find((one) => !sticking.some((o) => o !== one && one.contains(o)));
    const pixels = scrollWidth - clientWidth;
    return { pixels, what: pixels > 0 ? (innermost?.outerHTML.slice(0, 300) ?? "") : "" };
  });
}

/**
 * Checks the page that is open: axe finds nothing by WCAG 2.2 AA, on a desk and on a phone, in light
 * and in dark, and nothing has to be scrolled sideways. Leaves the window as it was.
 */
export async function checkPage(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: DESK, height: 900 };
  const problems: string[] = [];
  for (const width of [DESK, PHONE]) {
    await page.setViewportSize({ width, height: before.height });
    // As tall as the page, so that nothing hides behind what sticks to the window's edge.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await accessibilityProblems(page, colorScheme === "dark");
      problems.push(...found.map((problem) => `${width} pixels, ${colorScheme}: ${problem}`));
    }
    const { pixels, what } = await overflow(page);
    if (pixels > 0) problems.push(`${width} pixels: ${pixels} too wide because of ${what}`);
  }
  await page.setViewportSize(before);
  expect.soft(problems, new URL(page.url()).pathname).toEqual([]);
}
