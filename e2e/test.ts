import { test as base, type Page } from "@playwright/test";
import { chromiumPath } from "@/lib/launch/chromium";
import { anotherComputer } from "./computer";
import { Mailbox } from "./mailbox";
import { sharedInstance } from "./shared-instance";
import { Watch } from "./watch";

export { expect } from "@playwright/test";

type Fixtures = {
  /** What browsers complain about; a test fails when they do and it did not say so. */
  watch: Watch;
  mailbox: Mailbox;
  /** Opens a browser window of somebody else, signed out, if wanted on another computer. */
  somebodyElse: (options?: { onAnotherComputer: boolean }) => Promise<Page>;
};

/** Where a page is, and what its main part says, for the log. */
async function shownOn(page: Page): Promise<string> {
  const shown = await page.locator("body, main").last().ariaSnapshot();
  return `${page.url()}\n${shown.slice(0, 3_000)}`;
}

export const test = base.extend<Fixtures>({
  launchOptions: [
    async ({ browserName: _ }, use) => use(await chromiumPath()),
    { scope: "worker" },
  ],

  baseURL: ({ browserName: _ }, use) => use(sharedInstance().address),

  mailbox: ({ browserName: _ }, use) => use(new Mailbox(sharedInstance().mailbox)),

  watch: [
    async ({ context }, use, { errors }) => {
      const watch = new Watch();
      watch.on(context);
      await use(watch);
      // A race shows once in many runs: whoever reads the log of that one sees what stood there.
      if (errors.length > 0) for (const page of context.pages()) console.error(await shownOn(page));
      base.expect(watch.unexpected, "the browser complains about nothing").toEqual([]);
    },
    { auto: true },
  ],

  somebodyElse: async ({ browser, baseURL, watch, contextOptions }, use) => {
    const closing: (() => unknown)[] = [];
    await use(async (options) => {
      const computer = options?.onAnotherComputer ? await anotherComputer() : undefined;
      const context = await browser.newContext({
        ...contextOptions,
        baseURL,
        ...(computer && { proxy: { server: computer.proxy } }),
      });
      closing.push(
        () => context.close(),
        () => computer?.stop(),
      );
      watch.on(context);
      return context.newPage();
    });
    for (const close of closing) await close();
  },
});
