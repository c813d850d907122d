import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReturnPath } from "./return-path";

describe("the page to return to after sign-in", () => {
  it.each([
    "/",
    "/catalogue",
    "/t/lab/requests/3?tab=history",
    "/t/lab/requests?archive=ega&mine=1",
  ])("%s is taken as it is", (path) => {
    expect(parseReturnPath(path)).toBe(path);
  });

  it.each([
    "https://evil.test/",
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "javascript:alert(1)",
    "data:text/html,hi",
    "/%2fevil.test",
    "/%5Cevil.test",
    "/.//evil.test",
    "/a/..//evil.test",
    "http:evil.test",
    " //evil.test",
    "\u202e/evil",
    "evil.test",
    "",
    "/sign-in?callbackUrl=/sign-in",
    "/api/auth/signout",
    `/${"a".repeat(2_000)}`,
    undefined,
    ["/a", "/b"],
  ])("%j becomes the front page", (text) => {
    expect(parseReturnPath(text)).toBe("/");
  });

  it("never leaves the site, whatever is asked for", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((s) => `/${s}`),
        ),
        (text) => {
          const url = new URL(parseReturnPath(text), "https://gatebook.test");
          expect(url.origin).toBe("https://gatebook.test");
        },
      ),
    );
  });
});
