import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { env } from "./env";
import { AppError } from "./errors";
import { DEFAULT_LANGUAGE, LANGUAGE_COOKIE, type Language, languageOfVisitor } from "./languages";
import { readSession, SESSION_DAYS } from "./services/sessions";
import { requireMember } from "./services/teams";
import type { Member, SignedIn, Visitor } from "./team/actor";

/** Name and attributes of the session's cookie; prefixed where the site is served by https. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: `${secure ? "__Host-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** Whoever sent this request, signed in or not. The address comes from our own server process. */
export async function visitor(): Promise<Visitor> {
  const sent = await headers();
  const ip = sent.get("x-client-ip") ?? "unknown";
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const language = languageOfVisitor(chosen, sent.get("accept-language"));
  return { kind: "visitor", ip, language, now: new Date() };
}

/** The value of the session's cookie, or undefined. */
export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie().name)?.value;
}

/** Hands a new session to the browser. Only in actions and route handlers. */
export async function setSessionCookie(token: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_DAYS * 86_400 });
}

/** Takes the session's cookie away. Only in actions and route handlers. */
export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Keeps a language in the browser, for pages that are read signed out. Only in actions. */
export async function setLanguageCookie(language: Language): Promise<void> {
  const { options } = sessionCookie();
  (await cookies()).set(LANGUAGE_COOKIE, language, { ...options, maxAge: 365 * 86_400 });
}

/** The signed-in user of this request, read from the database once per request, or null. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const token = await sessionToken();
  return token ? readSession(await visitor(), token) : null;
});

/** The language and time zone (an IANA name) of whoever reads the page; visitors say only the first. */
export const readerOfPage = cache(async (): Promise<{ language: Language; timeZone: string }> => {
  // A page that tells of an outage needs its words most of all.
  const user = await currentUser().catch(() => null);
  if (user) {
    const { language = DEFAULT_LANGUAGE, timeZone = "UTC" } = user;
    return { language, timeZone };
  }
  return { language: (await visitor()).language ?? DEFAULT_LANGUAGE, timeZone: "UTC" };
});

/** As `currentUser`, but sends whoever is not signed in to the sign-in page and back afterwards. */
export async function requireSignedIn(): Promise<SignedIn> {
  const user = await currentUser();
  if (user !== null) return user;
  const path = (await headers()).get("x-gatebook-path") ?? "/";
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

/**
 * The signed-in user as a member of the team in the address. Redirects to sign-in when signed out;
 * answers 404 for an unknown team and for a team of others alike.
 */
export const requireActor = cache(async (slug: string): Promise<Member> => {
  const user = await requireSignedIn();
  return orNotFound(requireMember(user, slug));
});

/** For pages: turns a service's NOT_FOUND into the 404 page; any other error passes. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
