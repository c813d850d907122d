import { describe, expect, it } from "vitest";
import { isOwnOrigin, mayComeFromAnywhere } from "./origin";

const sent = (origin: string | null, host = "gatebook.test") =>
  new Headers({ host, ...(origin !== null && { origin }) });

describe("a request that changes something", () => {
  it("is taken from our own pages", () => {
    expect(isOwnOrigin(sent("https://gatebook.test"), "https://gatebook.test")).toBe(true);
  });

  it.each([
    null,
    "null",
    "",
    "https://evil.test",
    "http://gatebook.test",
    "https://gatebook.test:8443",
    "https://gatebook.test.evil.test",
    "https://evil.test#https://gatebook.test",
  ])("is refused from %j", (origin) => {
    expect(isOwnOrigin(sent(origin), "https://gatebook.test")).toBe(false);
  });

  it("is refused when a forwarded host agrees with a foreign origin", () => {
    const headers = sent("https://evil.test", "evil.test");
    headers.set("x-forwarded-host", "evil.test");
    expect(isOwnOrigin(headers, "https://gatebook.test")).toBe(false);
  });

  it("may name this machine in another way where Gatebook runs on it", () => {
    const app = "http://localhost:3000";
    expect(isOwnOrigin(sent("http://127.0.0.1:3000", "127.0.0.1:3000"), app)).toBe(true);
    expect(isOwnOrigin(sent("http://127.0.0.1:4000", "127.0.0.1:3000"), app)).toBe(false);
    expect(isOwnOrigin(sent("http://evil.test:3000", "evil.test:3000"), app)).toBe(false);
  });
});

it("only the one-click unsubscription of mail programs may come from anywhere", () => {
  expect(mayComeFromAnywhere("POST", "/api/unsubscribe")).toBe(true);
  for (const path of ["/", "/unsubscribe", "/api/unsubscribe/", "/api/unsubscribe/x", "/api/t/a"]) {
    expect(mayComeFromAnywhere("POST", path)).toBe(false);
  }
  expect(mayComeFromAnywhere("PUT", "/api/unsubscribe")).toBe(false);
});
