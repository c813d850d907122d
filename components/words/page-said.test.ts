import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { PageSaid } from "./page-said";

const SAID: Record<string, string> = {
  Draft: "Entwurf",
  "It is “ready” & <open>.": "Es ist „bereit“ & <offen>.",
};
const say = (text: string) => SAID[text] ?? text;
const tagOf = (page: PageSaid) => renderToStaticMarkup(page.tag());

afterEach(() => vi.unstubAllGlobals());

/** A browser's page with what the server wrote into it. */
function inBrowser(tags: string[]) {
  const unescaped = (text = "") =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  const found = () =>
    tags.map((tag) => ({ content: unescaped(/content="([^"]*)"/.exec(tag)?.[1]) }));
  vi.stubGlobal("document", {
    querySelector: () => found()[0] ?? null,
    querySelectorAll: found,
  });
  return new PageSaid();
}

it("says in the browser what the server said, and leaves the rest in English", () => {
  const server = new PageSaid();
  for (const text of ["Draft", "It is “ready” & <open>.", "GB-1"]) server.keep(text, say);
  const page = inBrowser([tagOf(server)]);
  expect(page.say("Draft")).toBe("Entwurf");
  expect(page.say("It is “ready” & <open>.")).toBe("Es ist „bereit“ & <offen>.");
  expect(page.say("GB-1")).toBe("GB-1");
  expect(page.say("Closed")).toBe("Closed");
});

it("carries each part of a page with what it says, and nothing twice", () => {
  const server = new PageSaid();
  const tags = [tagOf(server)];
  server.keep("Draft", say);
  const page = inBrowser(tags);
  expect(page.say("Draft")).toBe("Draft");
  tags.push(tagOf(server));
  server.keep("Draft", say);
  expect(tagOf(server)).toBe("");
  expect(page.say("Draft")).toBe("Entwurf");
});

it("knows a page that the server drew in the language, even where it said nothing", () => {
  const tag = tagOf(new PageSaid());
  expect(inBrowser([tag]).isThere()).toBe(true);
  expect(inBrowser([]).isThere()).toBe(false);
});
