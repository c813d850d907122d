import type { Page } from "@playwright/test";
import { PAGES } from "@/lib/routes";

/** Of these kinds of pages several are worth a look, since they differ by what they show. */
const SEVERAL: Record<string, number> = {
  "/t/[team]/requests/[number]": 12,
  "/t/[team]/people/[id]": 3,
  "/t/[team]/settings/mail/templates/[name]": 4,
};

/** Signing out of the browser, or ending somebody's mail, is nothing to look at by the way. */
const LEFT_OUT = /^\/(?:sign-in\/confirm|unsubscribe)/;

const KINDS = Object.keys(PAGES)
  .filter((kind) => !LEFT_OUT.test(kind))
  // What is named beats what may be anything.
  .sort((one, other) => one.split("[").length - other.split("[").length)
  .map((kind) => ({ kind, of: new RegExp(`^${kind.replace(/\[[^\]]+\]/g, "[^/]+")}$`) }));

function kindOf(path: string): string | undefined {
  return KINDS.find(({ of }) => of.test(path))?.kind;
}

/**
 * One address of every kind of page that whoever is signed in reaches by links, beginning at
 * `start`; of some kinds several.
 */
export async function everyPage(page: Page, start: readonly string[]): Promise<string[]> {
  const taken = new Map<string, string[]>();
  const ways = [...start];
  const take = (path: string): boolean => {
    const kind = kindOf(path);
    if (!kind) return false;
    const known = taken.get(kind) ?? [];
    if (known.includes(path) || known.length >= (SEVERAL[kind] ?? 1)) return false;
    taken.set(kind, [...known, path]);
    return true;
  };
  for (const path of start) take(path);
  for (let path = ways.shift(); path; path = ways.shift()) {
    const answer = await page.request.get(path);
    const html = await answer.text();
    for (const [, href = ""] of html.matchAll(/href="(\/[^"#?]*)/g)) {
      if (take(href)) ways.push(href);
    }
  }
  return [...taken.values()].flat();
}
