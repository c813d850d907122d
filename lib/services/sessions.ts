import { createHash, randomBytes } from "node:crypto";
import { languageOf } from "../languages";
import type { SignedIn, Visitor } from "../team/actor";
import { authorise } from "../team/permissions";
import { outsideTeams, type Tx } from "./transaction";

/** A session ends after this many hours without a request … */
export const IDLE_HOURS = 12;
/** … and after this many days in any case. */
export const SESSION_DAYS = 7;

const HOUR = 3_600_000;
// Prolonging is a write; once in this time is often enough.
const PROLONG_EVERY = HOUR / 4;

/** What the database keeps of a secret: whoever reads a backup can sign in as nobody. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** When a session that is used now ends, if it began at `createdAt`. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  const absolute = createdAt.getTime() + SESSION_DAYS * 24 * HOUR;
  return new Date(Math.min(now.getTime() + IDLE_HOURS * HOUR, absolute));
}

/** Begins a session and returns its token, which exists nowhere else: 256 random bits. */
export async function startSession(tx: Tx, userId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.session.deleteMany({ where: { userId, expires: { lt: now } } });
  await tx.session.create({
    data: {
      sessionToken: hashOf(token),
      userId,
      createdAt: now,
      expires: sessionEnd(now, now),
    },
  });
  return token;
}

/** The user whose session this token is, and null for an unknown, ended or too old one. */
export async function readSession(visitor: Visitor, token: string): Promise<SignedIn | null> {
  authorise(visitor, "session.read");
  const { now } = visitor;
  return outsideTeams(visitor, async (tx) => {
    const session = await tx.session.findUnique({
      where: { sessionToken: hashOf(token) },
      select: {
        id: true,
        createdAt: true,
        expires: true,
        user: {
          select: { id: true, email: true, name: true, language: true, timeZone: true },
        },
      },
    });
    // The second test holds even if `expires` was once written too far ahead.
    if (!session || session.expires <= now || sessionEnd(session.createdAt, now) <= now)
      return null;
    const expires = sessionEnd(session.createdAt, now);
    if (expires.getTime() - session.expires.getTime() >= PROLONG_EVERY) {
      await tx.session.updateMany({ where: { id: session.id }, data: { expires } });
    }
    const { id, email, name, timeZone } = session.user;
    const language = languageOf(session.user.language);
    return { kind: "signedIn", userId: id, email, name: name ?? email, language, timeZone, now };
  });
}

/** Ends one session; ending it twice is fine. */
export async function endSession(visitor: Visitor, token: string): Promise<void> {
  authorise(visitor, "session.end");
  await outsideTeams(visitor, (tx) =>
    tx.session.deleteMany({ where: { sessionToken: hashOf(token) } }),
  );
}

/** Ends all sessions of this user, on every device; returns how many there were. */
export async function endMySessions(user: SignedIn): Promise<number> {
  authorise(user, "account.update");
  const { count } = await outsideTeams(user, (tx) =>
    tx.session.deleteMany({ where: { userId: user.userId } }),
  );
  return count;
}
