import { describe, expect, it } from "vitest";
import { ownCallbackUrl } from "./auth";

const ORIGIN = "https://gatebook.test";

describe("where next-auth sends the browser", () => {
  it.each([
    ["/t/lab", "/t/lab"],
    ["https://gatebook.test/t/lab?x=1", "/t/lab?x=1"],
    ["https://gatebook.test", "/"],
    ["https://gatebook.test.evil.test/", "/"],
    ["https://gatebook.test@evil.test/", "/"],
    ["https://evil.test/", "/"],
    ["javascript:alert(1)", "/"],
    ["data:text/html,x", "/"],
    ["\\\\evil.test", "/"],
    ["//evil.test", "/"],
  ])("asked for %s: %s", (asked, path) => {
    expect(ownCallbackUrl(asked, ORIGIN)).toBe(ORIGIN + path);
  });
});
