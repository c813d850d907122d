import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { authOptions, ownCallbackUrl } from "@/lib/auth";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

type Context = { params: Promise<{ nextauth: string[] }> };

// All that a browser asks for; next-auth's `_log` would let anybody write into our log.
const ACTIONS = new Set(["callback", "csrf", "error", "providers", "session", "signin", "signout"]);

/** next-auth's own addresses, with callback addresses made ours before it stumbles over them. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  if (!ACTIONS.has(action)) return new Response(null, { status: 404 });
  const origin = new URL(env().APP_URL).origin;
  const broken = request.cookies
    .getAll()
    .find(({ name, value }) => isCallbackCookie(name) && !isSame(value, origin));
  if (broken) {
    const again = NextResponse.redirect(new URL("/sign-in", origin), 303);
    again.cookies.delete({ name: broken.name, secure: broken.name.startsWith("__") });
    return again;
  }
  const url = new URL(request.url);
  const wanted = url.searchParams.get("callbackUrl");
  if (wanted !== null) url.searchParams.set("callbackUrl", ownCallbackUrl(wanted, origin));
  try {
    return await NextAuth(new NextRequest(url, request), context, authOptions());
  } catch (error) {
    log().error({ error, action }, "next-auth failed");
    return NextResponse.redirect(new URL("/sign-in?error=Callback", origin), 303);
  }
}

function isCallbackCookie(name: string): boolean {
  return name.endsWith("next-auth.callback-url");
}

function isSame(value: string, origin: string): boolean {
  return value === origin || ownCallbackUrl(value, origin) === value;
}

export { handle as GET, handle as POST };
