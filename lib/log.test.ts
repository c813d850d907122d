import { describe, expect, it } from "vitest";
import { scrub } from "./log";

describe("what reaches the log", () => {
  it("hides secrets by the name of their field, however deep", () => {
    const line = scrub({
      headers: { cookie: "a=b", authorization: "Bearer x", "set-cookie": ["a=b"], host: "h" },
      sessionToken: "t",
      nested: [{ password: "p", url: "https://gatebook.test/sign-in/confirm" }],
    });
    expect(line).toEqual({
      headers: {
        cookie: "[hidden]",
        authorization: "[hidden]",
        "set-cookie": "[hidden]",
        host: "h",
      },
      sessionToken: "[hidden]",
      nested: [{ password: "[hidden]", url: "[hidden]" }],
    });
  });

  it("hides tokens of links and passwords of connection strings inside texts and errors", () => {
    const error = new Error("GET /sign-in/confirm?token=abc-123&x=1 failed", {
      cause: new Error("postgresql://app:s3cret@db:5432/gatebook is away"),
    });
    const text = JSON.stringify(scrub({ error }));
    expect(text).not.toContain("abc-123");
    expect(text).not.toContain("s3cret");
    expect(text).toContain("x=1 failed");
    expect(text).toContain("@db:5432/gatebook is away");
  });

  it("hides the secrets of calendar addresses in paths and texts", () => {
    const line = scrub({ path: "/api/calendar/s3cret_-Az.ics", text: "/api/calendar/s3cret?x=1" });
    expect(line).toEqual({ path: "/api/calendar/[hidden]", text: "/api/calendar/[hidden]?x=1" });
  });

  it("survives an object that contains itself", () => {
    const loop: Record<string, unknown> = { name: "loop" };
    loop.self = loop;
    expect(JSON.stringify(scrub(loop))).toContain("[deep]");
  });
});
