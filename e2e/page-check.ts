import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { noteChecked, notYetChecked } from "./checked-kinds";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const DESK = 1280;
const PHONE = 360;
/** How long what floats may take to follow the window, on a busy machine. */
const FOLLOWING_MS = 3_000;

/** The rules that look at colours; whatever else a page is does not change with them. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** Waits until the page has its name and takes answers, and nothing moves or fades, which would be seen half way. */
export async function settled(page: Page): Promise<void> {
  // Next names a page a moment after it stands when a form led there.
  await expect(page).toHaveTitle(/./);
  await expect(page.locator("form[inert]")).toHaveCount(0);
  await page.evaluate(async () => {
    // Only with the next picture does the page hear that it is read in the dark now.
    await new Promise((drawn) => requestAnimationFrame(drawn));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** What axe finds on the page as it stands, each element with its reason. */
async function accessibilityProblems(page: Page, only?: string[]): Promise<string[]> {
  await settled(page);
  // To name all that is well takes axe half of its time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(WCAG_22_AA)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} at ${html.slice(0, 300)}: ${failureSummary}`),
  );
}

/** The kinds of elements that a page is made of: whatever decides how they look and what they are. */
async function kindsOn(page: Page): Promise<string[]> {
  const kinds = await page.evaluate(() =>
    [...document.querySelectorAll("body *")].map((element) =>
      [
        element.tagName,
        ...element
          .getAttributeNames()
          .filter(
            (name) =>
              !/^(?:id|for|href|value|style|aria-(?!current|expanded|invalid|hidden))/.test(name),
          )
          .map((name) =>
            /^(?:class|role|data-|aria-|type)/.test(name)
              ? `${name}=${element.getAttribute(name)}`
              : name,
          ),
      ]
        .join(" ")
        .replaceAll("\n", " "),
    ),
  );
  return [...new Set(kinds)];
}

/**
 * By how many pixels the page is wider than the window, and the innermost thing that sticks out; of a
 * page at rest, since an open menu follows a window that is made narrower some pictures later.
 */
function overflow(page: Page): Promise<{ pixels: number; what: string }> {
  return page.evaluate(async (patience) => {
    const { documentElement: root } = document;
    const tooWide = () => root.scrollWidth - root.clientWidth;
    const end = performance.now() + patience;
    while (tooWide() > 0 && performance.now() < end) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    const sticking = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const innermost = sticking.find((one) => !sticking.some((o) => o !== one && one.contains(o)));
    const pixels = tooWide();
    return { pixels, what: pixels > 0 ? (innermost?.outerHTML.slice(0, 300) ?? "") : "" };
  }, FOLLOWING_MS);
}

/**
 * Checks the page that is open: axe finds nothing by WCAG 2.2 AA, on a desk in light and on a phone in
 * the dark, and nothing has to be scrolled sideways; `everyWay`: at both widths in both. Leaves the
 * window as it was. A page made of nothing but what checked ones are made of is not checked again:
 * stories come by the same pages many times.
 */
export async function checkPage(page: Page, { everyWay = false } = {}): Promise<void> {
  await settled(page);
  const kinds = notYetChecked(await kindsOn(page));
  if (!everyWay && kinds.length === 0) return;
  noteChecked(kinds);
  const before = page.viewportSize() ?? { width: DESK, height: 900 };
  const problems: string[] = [];
  for (const width of [DESK, PHONE]) {
    await page.setViewportSize({ width, height: before.height });
    // As tall as the page, so that nothing hides behind what sticks to the window's edge.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    const { pixels, what } = await overflow(page);
    if (pixels > 0) problems.push(`${width} pixels: ${pixels} too wide because of ${what}`);
    for (const colorScheme of ["light", "dark"] as const) {
      if (!everyWay && (colorScheme === "dark") !== (width === PHONE)) continue;
      await page.emulateMedia({ colorScheme });
      const only = everyWay && colorScheme === "dark" ? OF_COLOURS : undefined;
      const found = await accessibilityProblems(page, only);
      problems.push(...found.map((problem) => `${width} pixels, ${colorScheme}: ${problem}`));
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
  expect.soft(problems, new URL(page.url()).pathname).toEqual([]);
}
