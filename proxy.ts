import { type NextRequest, NextResponse } from "next/server";
import { env, isDevelopment } from "@/lib/env";
import { LANGUAGE_COOKIE, languageOfVisitor } from "@/lib/languages";
import { isOwnOrigin, mayComeFromAnywhere } from "@/lib/origin";
import { contentSecurityPolicy, pageHeaders } from "@/lib/page-headers";
import { plainPage } from "@/lib/plain-page";
import { databaseAnswers } from "@/lib/services/health";

const RETRY_SECONDS = 10;
// The limit of server actions; beyond it Next would answer 500.
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Runs before each page and most of the API: gives every answer its headers, refuses early what
 * would be refused later anyway, and says 503 while PostgreSQL is away. It is no border: each
 * page, action and handler asks for its own rights.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { APP_URL } = env();
  const isHttps = APP_URL.startsWith("https:");
  const { pathname, search } = request.nextUrl;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const csp = contentSecurityPolicy({ nonce, isHttps, isDevelopment });

  // Whatever the client calls a nonce or a path is replaced by ours.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  headers.set("x-gatebook-path", `${pathname}${search}`);

  const response = (await refusal(request, APP_URL)) ?? NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(pageHeaders({ path: pathname, csp, isHttps }))) {
    response.headers.set(name, value);
  }
  return response;
}

async function refusal(request: NextRequest, appUrl: string): Promise<Response | null> {
  const { cookies, headers } = request;
  const chosen = cookies.get(LANGUAGE_COOKIE)?.value;
  const language = languageOfVisitor(chosen, headers.get("accept-language"));
  if (request.method !== "GET" && request.method !== "HEAD") {
    const { pathname } = request.nextUrl;
    if (!mayComeFromAnywhere(request.method, pathname) && !isOwnOrigin(request.headers, appUrl)) {
      return plainPage(language, 403, "foreignOrigin");
    }
    // Next answers 500 to this; browsers never send it.
    if (request.headers.has("next-action") && sendsPlainForm(request)) {
      return plainPage(language, 400, "foreignOrigin");
    }
    const length = Number(request.headers.get("content-length") ?? 0);
    // Everything else is left to the action, which answers with a sentence and keeps the typed text.
    return length > MAX_BODY_BYTES ? plainPage(language, 413, "tooLarge") : null;
  }
  if (request.nextUrl.pathname === "/api/health") return null;
  const answers = await databaseAnswers({ kind: "visitor", ip: "", now: new Date() });
  return answers ? null : plainPage(language, 503, "databaseAway", RETRY_SECONDS);
}

function sendsPlainForm(request: NextRequest): boolean {
  return request.headers.get("content-type")?.includes("x-www-form-urlencoded") ?? false;
}

export const config = {
  // Uploads stay outside: Next cuts the bodies of requests that pass through here at 10 MB.
  matcher: ["/((?!_next/static/|icon\\.svg$|apple-icon\\.png$|api/t/[^/]+/documents(?:/|$)).*)"],
};
