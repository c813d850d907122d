import type { APIResponse } from "@playwright/test";
import { newTeamOf } from "./beginnings";
import { expect, test } from "./test";

/** The policy of an answer, by directive. */
function policyOf(answer: APIResponse): Record<string, string> {
  const policy = answer.headers()["content-security-policy"] ?? "";
  return Object.fromEntries(
    policy.split(";").map((part) => {
      const [directive = "", ...sources] = part.trim().split(" ");
      return [directive, sources.join(" ")];
    }),
  );
}

const PUBLIC = [
  "/",
  "/catalogue",
  "/catalogue/mimic-iv",
  "/sign-in",
  "/sign-in/check-mail",
  "/sign-in/confirm?token=unknown",
  "/no/such/page",
  "/api/no-such-route",
];

test("every page says what browsers may do with it", async ({ page }) => {
  const team = await newTeamOf(page, "ana");
  const own = ["", "/requests", "/people", "/settings", "/requests/GB-9", "/nothing"];
  for (const path of [...PUBLIC, "/welcome", ...own.map((rest) => `/t/${team}${rest}`)]) {
    const answer = await page.request.get(path);
    const headers = answer.headers();
    const policy = policyOf(answer);
    const nonce = /'nonce-([^']{16,})'/.exec(policy["script-src"] ?? "")?.[1];
    expect.soft(nonce, path).toBeTruthy();
    expect.soft(policy["script-src"], path).not.toContain("unsafe");
    expect.soft(policy["frame-ancestors"], path).toBe("'none'");
    expect.soft(policy["object-src"], path).toBe("'none'");
    expect.soft(policy["base-uri"], path).toBe("'none'");
    expect.soft(policy["form-action"], path).toBe("'self'");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["cache-control"], path).toMatch(/^private,.*no-store/);
    expect.soft(headers["referrer-policy"], path).toMatch(/^(same-origin|strict-origin)$/);
    expect.soft(headers["x-powered-by"], path).toBeUndefined();
    // Only where people come by https: a browser must not be told to insist on what is not there.
    expect.soft(headers["strict-transport-security"], path).toBeUndefined();
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    const bare = scripts.filter((script) => !script.includes(`nonce="${nonce}"`));
    expect.soft(bare, `scripts without a nonce on ${path}`).toEqual([]);
  }
});

test("two answers never share a nonce", async ({ request }) => {
  const [one, two] = [await request.get("/"), await request.get("/")];
  expect(policyOf(one)["script-src"]).not.toBe(policyOf(two)["script-src"]);
});

test("files and the API are served as nothing but data", async ({ page, baseURL }) => {
  const team = await newTeamOf(page, "ana");
  const own = `/api/t/${team}`;
  for (const path of [`${own}/access.csv`, `${own}/lists/duties.csv`]) {
    const answer = await page.request.get(path);
    expect.soft(answer.headers()["content-disposition"], path).toContain("attachment");
    expect.soft(policyOf(answer), path).toHaveProperty("sandbox");
    expect.soft(answer.headers()["referrer-policy"], path).toBe("no-referrer");
  }
  for (const path of ["/api/health", `${own}/documents/00000000-0000-4000-8000-000000000000`]) {
    const answer = await page.request.get(path);
    const headers = answer.headers();
    expect.soft(headers["content-type"], path).toContain("application/json");
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["cache-control"], path).toContain("no-store");
    expect.soft(policyOf(answer)["frame-ancestors"], path).toBe("'none'");
  }
  await page.goto("/");
  const script = await page.locator("script[src]").first().getAttribute("src");
  for (const path of [script ?? "", "/icon.svg"]) {
    const headers = (await page.request.get(new URL(path, baseURL).href)).headers();
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
  }
});

test("health tells how the parts are, and no secrets", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  const health = await answer.json();
  expect(health).toMatchObject({ status: "ok", database: "up", rowSecurity: "enforced" });
  expect(health.worker).toBeLessThan(90);
  expect(health.mail).toBeLessThan(900);
});

test("what another site sends is refused", async ({ page, baseURL }) => {
  const team = await newTeamOf(page, "ana");
  for (const origin of ["https://evil.example", "null", `${baseURL}.evil.example`]) {
    for (const path of ["/sign-in", `/t/${team}/people`, `/api/t/${team}/documents`]) {
      const answer = await page.request.post(path, {
        headers: { origin, "next-action": "0".repeat(42) },
        multipart: { email: "somebody@lab.example.org" },
      });
      expect.soft(answer.status(), `${path} from ${origin}`).toBe(403);
    }
  }
});

test("only the methods that are meant are answered", async ({ request }) => {
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE"]) {
    const answer = await request.fetch("/api/health", { method });
    expect.soft(answer.status(), method).toBeGreaterThanOrEqual(400);
    expect.soft(answer.status(), method).toBeLessThan(500);
  }
});
