import { createHmac } from "node:crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { DEFAULT_LANGUAGE, type Language, languageOf } from "../languages";
import { log } from "../log";
import type { Job, SignedIn, Visitor } from "../team/actor";
import { authorise } from "../team/permissions";
import { parseReturnPath } from "../team/return-path";
import { clientOf, forgive, refund, spend } from "./limits";
import { post } from "./outbox";
import { hashOf, startSession } from "./sessions";
import { outsideTeams, type Tx } from "./transaction";

const MINUTE = 60_000;
/** How long a link works, counted from the moment its mail is written. */
export const LINK_MINUTES = 15;
// How long an asked-for mail may wait for a mail server that is away before it is not sent at all.
const ASKED_HOURS = 24;

/**
 * Asks for a sign-in link. Does the same work for addresses we know and for others, since it looks
 * none of them up: the mail does the telling.
 * @throws AppError LIMITED, for known and unknown addresses alike
 */
export async function askForSignInLink(
  visitor: Visitor,
  input: { email: string; callbackPath: string },
): Promise<void> {
  authorise(visitor, "signIn.ask");
  const { now } = visitor;
  await spend(visitor, [
    ["signInOfAddress", input.email],
    ["signInFromIp", clientOf(visitor.ip)],
  ]);
  await outsideTeams(visitor, async (tx) => {
    const { id } = await tx.signInLink.create({
      data: {
        email: input.email,
        callbackPath: parseReturnPath(input.callbackPath),
        language: visitor.language ?? DEFAULT_LANGUAGE,
        createdAt: now,
        expiresAt: new Date(now.getTime() + ASKED_HOURS * 60 * MINUTE),
      },
      select: { id: true },
    });
    await post(tx, {
      kind: "sign_in",
      subjectId: id,
      teamId: null,
      toAddress: input.email,
      now,
    });
  });
}

/**
 * Makes the token of an asked-for link, for the mail that is being written now; only its hash is
 * stored. The token follows from our secret and the link's id (256 bits), so that a mail written
 * again after a lost answer of the mail server holds the same link as the copy that did arrive.
 * @returns the address to open, or null when a newer link was asked for, or this one was used or
 *   waited too long: then no mail is due
 */
export async function mintSignInToken(
  tx: Tx,
  job: Job,
  linkId: string,
): Promise<{ url: string; expiresAt: Date; language: Language } | null> {
  authorise(job, "notices.deliver");
  const { APP_URL, NEXTAUTH_SECRET } = env();
  const link = await tx.signInLink.findUnique({ where: { id: linkId } });
  if (!link || link.usedAt || link.expiresAt <= job.now || (await isSuperseded(tx, link))) {
    return null;
  }
  const token = createHmac("sha256", NEXTAUTH_SECRET)
    .update(`sign-in:${linkId}`)
    .digest("base64url");
  const expiresAt = new Date(job.now.getTime() + LINK_MINUTES * MINUTE);
  await tx.signInLink.update({
    where: { id: linkId },
    data: { tokenHash: hashOf(token), expiresAt },
  });
  // Whoever has an account has chosen a language there.
  const user = await tx.user.findUnique({
    where: { email: link.email },
    select: { language: true },
  });
  const language = languageOf(user?.language ?? link.language);
  return { url: `${APP_URL}/sign-in/confirm?token=${token}`, expiresAt, language };
}

/** Whether the button behind this link would work. Changes nothing, however often it is asked. */
export async function isSignInLinkUsable(visitor: Visitor, token: string): Promise<boolean> {
  authorise(visitor, "signIn.confirm");
  return outsideTeams(visitor, async (tx) => (await findUsable(tx, token, visitor.now)) !== null);
}

/** What a used link gives: the secret of the new session, who signed in, and where to go. */
interface Arrival {
  sessionToken: string;
  user: SignedIn;
  /** A path within Gatebook; "/" when the person came for nothing in particular. */
  path: string;
}

/**
 * Uses a link up and signs its address in, creating the user at first sign-in. Of several at once
 * exactly one succeeds.
 * @throws AppError INVALID when the link was used, has expired or is not the newest; LIMITED
 */
export async function confirmSignIn(visitor: Visitor, token: string): Promise<Arrival> {
  authorise(visitor, "signIn.confirm");
  const { now } = visitor;
  const client = clientOf(visitor.ip);
  await spend(visitor, [["confirmFromIp", client]]);
  const arrival = await outsideTeams(visitor, async (tx) => {
    const link = await findUsable(tx, token, now);
    if (!link) throw unusable();
    const { count } = await tx.signInLink.updateMany({
      where: { id: link.id, usedAt: null, tokenHash: hashOf(token), expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw unusable();
    const { id, email, name } = await tx.user.upsert({
      where: { email: link.email },
      create: {
        ...{ email: link.email, emailVerified: now, createdAt: now },
        language: languageOf(link.language),
      },
      update: { emailVerified: now },
      select: { id: true, email: true, name: true },
    });
    await forgive(tx, "signInOfAddress", email);
    await refund(tx, "signInFromIp", client);
    await refund(tx, "confirmFromIp", client);
    const user: SignedIn = { kind: "signedIn", userId: id, email, name: name ?? email, now };
    return {
      sessionToken: await startSession(tx, id, now),
      user,
      path: parseReturnPath(link.callbackPath),
    };
  });
  log().info({ userId: arrival.user.userId }, "signed in by e-mail link");
  return arrival;
}

function unusable(): AppError {
  return new AppError(
    "INVALID",
    "This link no longer works: it was used, is older than 15 minutes, or a newer one was sent.",
  );
}

async function findUsable(tx: Tx, token: string, now: Date) {
  const link = await tx.signInLink.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!link || link.usedAt || link.expiresAt <= now) return null;
  return (await isSuperseded(tx, link)) ? null : link;
}

/** Only the newest link of an address works. */
async function isSuperseded(
  tx: Tx,
  link: { id: string; email: string; createdAt: Date },
): Promise<boolean> {
  const newest = await tx.signInLink.findFirst({
    where: { email: link.email },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return newest?.id !== link.id;
}
