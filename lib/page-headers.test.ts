import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, pageHeaders } from "./page-headers";

const policy = { nonce: "abc", isHttps: true, isDevelopment: false };

describe("a page's headers", () => {
  it("let no script run without the nonce, in production", () => {
    const csp = contentSecurityPolicy(policy);
    const scripts = csp.split("; ").find((part) => part.startsWith("script-src"));
    expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  });

  it("let no page be framed, rebased or made to post elsewhere", () => {
    const csp = contentSecurityPolicy(policy);
    for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
      expect(csp).toContain(part);
    }
  });

  it("speak of https only where the site has it", () => {
    const http = { path: "/", csp: "", isHttps: false };
    expect(pageHeaders(http)).not.toHaveProperty("Strict-Transport-Security");
    expect(pageHeaders({ ...http, isHttps: true })).toHaveProperty("Strict-Transport-Security");
    expect(contentSecurityPolicy({ ...policy, isHttps: false })).not.toContain("upgrade");
  });

  it("never pass the address of a link of a mail on, nor let any cache keep a page", () => {
    const confirm = pageHeaders({ path: "/sign-in/confirm", csp: "", isHttps: true });
    expect(confirm["Referrer-Policy"]).toBe("strict-origin");
    const unsubscribe = pageHeaders({ path: "/unsubscribe", csp: "", isHttps: true });
    expect(unsubscribe["Referrer-Policy"]).toBe("strict-origin");
    expect(confirm["Cache-Control"]).toBe("private, no-store");
    expect(pageHeaders({ path: "/sign-inn", csp: "", isHttps: true })["Referrer-Policy"]).toBe(
      "same-origin",
    );
  });

  it("let files and data run as nothing and name their address to nobody, but not sign-in's forms", () => {
    const http = { csp: "default-src 'self'", isHttps: false };
    for (const path of [
      "/api/t/lab/lists/duties.csv",
      "/api/calendar/secret.ics",
      "/api/unsubscribe",
    ]) {
      const headers = pageHeaders({ ...http, path });
      expect(headers["Content-Security-Policy"]).toMatch(/^sandbox; default-src 'none'/);
      expect(headers["Referrer-Policy"]).toBe("no-referrer");
      expect(headers["Cache-Control"]).toBe("private, no-store");
    }
    expect(pageHeaders({ ...http, path: "/api/auth/signout" })).toMatchObject({
      "Content-Security-Policy": http.csp,
      "Referrer-Policy": "same-origin",
    });
  });
});
