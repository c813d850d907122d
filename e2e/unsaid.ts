import type { Page } from "@playwright/test";
import { sayIn } from "@/lib/said/say-in";

/** All that a page says, shown or told to screen readers, apart from what is marked as English. */
function textsOf(page: Page, html: string): Promise<string[]> {
  return page.evaluate((source) => {
    const told = ["aria-label", "title", "placeholder", "alt"];
    const { body } = new DOMParser().parseFromString(source, "text/html");
    return [body, ...body.querySelectorAll("*")]
      .filter((element) => !element.closest("script, style, textarea, [lang=en]"))
      .flatMap((element) => [
        ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE),
        ...told.flatMap((name) => element.getAttributeNode(name) ?? []),
      ])
      .map(({ textContent }) => textContent?.trim() ?? "");
  }, html);
}

/** What the page at this address says in English to a reader of German, although its German is known. */
export async function leftInEnglish(page: Page, path: string): Promise<string[]> {
  const answer = await page.request.get(path);
  const texts = await textsOf(page, await answer.text());
  const say = sayIn("de");
  return [...new Set(texts)].filter((text) => say(text) !== text);
}
