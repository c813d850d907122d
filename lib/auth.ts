import { randomBytes } from "node:crypto";
import { PrismaAdapter } from "@next-auth/prisma-adapter";
import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { db } from "./db";
import { env } from "./env";
import { log } from "./log";
import { endSession, hashOf, SESSION_DAYS, sessionEnd } from "./services/sessions";
import { sessionCookie, sessionToken, visitor } from "./session";
import { parseAddress } from "./team/address";
import { parseReturnPath } from "./team/return-path";

/** What an OpenID provider says of a person. */
interface Claims {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

/** The id of the institutional provider in next-auth's addresses. */
export const OIDC_PROVIDER = "institution";

/** The name of the institution people can sign in with, or null where none is set up. */
export function institutionName(): string | null {
  return env().OIDC_NAME ?? null;
}

function institution(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return [];
  return [
    {
      id: OIDC_PROVIDER,
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      // Not dangerous here: only addresses that the institution has verified get this far, and the
      // e-mail link, the other way in, proves the same address.
      allowDangerousEmailAccountLinking: true,
      profile: ({ sub, name, email }) => ({
        id: sub,
        name: name ?? null,
        email: parseAddress(email ?? ""),
      }),
    },
  ];
}

/** Where next-auth may send the browser: paths of ours, whatever it was asked for. */
export function ownCallbackUrl(url: string, origin: string): string {
  return `${origin}${parseReturnPath(url.startsWith(origin) ? url.slice(origin.length) : url)}`;
}

/** next-auth's options. Its e-mail provider is not used: our links survive scanners that open them. */
export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    adapter: authAdapter(),
    providers: institution(),
    session: {
      strategy: "database",
      maxAge: SESSION_DAYS * 86_400,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    useSecureCookies: env().APP_URL.startsWith("https:"),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    callbacks: {
      signIn: async ({ profile }) => {
        const claims = profile as Claims | undefined;
        if (claims?.email_verified !== true || !parseAddress(claims.email ?? "")) return false;
        // next-auth would add the account to whoever is signed in; the address alone decides here.
        const token = await sessionToken();
        if (token) await endSession(await visitor(), token);
        return true;
      },
      redirect: ({ url, baseUrl }) => ownCallbackUrl(url, baseUrl),
    },
    logger: {
      error: (code, details) => log().error({ code, details }, "next-auth"),
      warn: (code) => log().warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

type AdapterClient = Parameters<typeof PrismaAdapter>[0];

const DAY = 86_400_000;

/**
 * next-auth's door to users and sessions. It is Prisma's own adapter but for four things: sessions
 * are stored by the hash of their token, end as `sessionEnd` says, accounts are stored without the
 * provider's tokens, which we never use, and a new user's address counts as verified, because no
 * other is let in.
 */
function authAdapter(): Adapter {
  // The generated client has a type of its own; the adapter uses only what both share.
  const base = PrismaAdapter(db() as unknown as AdapterClient);
  return {
    ...base,
    createUser: ({ email, name }: Omit<AdapterUser, "id">) =>
      db().user.create({ data: { email, name, emailVerified: new Date() } }),
    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await db().account.create({ data: { userId, type, provider, providerAccountId } });
    },
    createSession: async ({ sessionToken, userId }) => {
      const now = new Date();
      await db().session.create({
        data: {
          sessionToken: hashOf(sessionToken),
          userId,
          createdAt: now,
          expires: sessionEnd(now, now),
        },
      });
      // The cookie outlives idle hours: the row decides.
      return { sessionToken, userId, expires: new Date(now.getTime() + SESSION_DAYS * DAY) };
    },
    getSessionAndUser: async (sessionToken) => {
      const now = new Date();
      const found = await db().session.findUnique({
        where: { sessionToken: hashOf(sessionToken) },
        include: { user: true },
      });
      if (!found || found.expires <= now || sessionEnd(found.createdAt, now) <= now) return null;
      const { user, userId } = found;
      const expires = new Date(found.createdAt.getTime() + SESSION_DAYS * DAY);
      return { user, session: { sessionToken, userId, expires } };
    },
    // Prolonging happens where a page reads its session.
    updateSession: async () => null,
    deleteSession: async (sessionToken) => {
      await db().session.deleteMany({ where: { sessionToken: hashOf(sessionToken) } });
      return null;
    },
  };
}
