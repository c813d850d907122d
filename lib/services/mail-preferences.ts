import { readUnsubscribe } from "../email/unsubscribe-link";
import { bookWords } from "../email/words";
import { AppError, notFound } from "../errors";
import type { Job, Member, Visitor } from "../team/actor";
import type { MailPreferenceInput } from "../team/mail-preference-form";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { enterTeam, inTeam, outsideTeams, type Tx } from "./transaction";

/** What mail somebody wants; urgent and lapse notices come whatever it says. */
export interface MailPreferences {
  digest: boolean;
  /** Kinds of duties that are shown in Gatebook only until they are urgent. */
  muted: string[];
  version: number;
}

/** As the table has it for whoever never chose. */
const DEFAULTS: MailPreferences = { digest: true, muted: [], version: 1 };

/** The mail that the member wants. */
export async function getMyMail(actor: Member): Promise<MailPreferences> {
  authorise(actor, "preference.update");
  return inTeam(actor, (tx) => read(tx, actor));
}

/**
 * Sets the mail that the member wants. What waits to go with a digest is not mailed any more once
 * digests are off; it is shown in Gatebook.
 * @throws AppError CONFLICT with what is stored in `details.current` when it was changed in between
 */
export async function updateMyMail(
  actor: Member,
  input: MailPreferenceInput,
): Promise<MailPreferences> {
  authorise(actor, "preference.update");
  const { teamId, personId, now } = actor;
  const { version, digest, muted } = input;
  return inTeam(actor, async (tx) => {
    await ensureRow(tx, actor);
    const { count } = await tx.mailPreference.updateMany({
      where: { teamId, personId, version },
      data: { digest, muted, version: { increment: 1 }, updatedAt: now },
    });
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "Your choice was changed elsewhere meanwhile. Look at it, then save again.",
        { details: { current: await read(tx, actor) } },
      );
    }
    if (!digest) await dropDigest(tx, actor);
    await record(tx, actor, {
      ...{ action: "preference.updated", subjectType: "person", subjectId: personId },
      data: { name: actor.name, digest, muted },
    });
    return { digest, muted, version: version + 1 };
  });
}

/** Whom a link of a mail is about, as its page tells before anything is changed. */
export interface Unsubscribing {
  name: string;
  team: string;
  /** False once the daily mail is off. */
  digest: boolean;
}

/**
 * What the page behind an unsubscribe link shows. Changes nothing, since scanners open links.
 * @throws AppError NOT_FOUND for a token that Gatebook has not made
 */
export async function readUnsubscribing(visitor: Visitor, token: string): Promise<Unsubscribing> {
  authorise(visitor, "preference.unsubscribe");
  return byLink(visitor, token, async (tx, who) => ({
    ...{ name: who.personName, team: who.team },
    digest: (await read(tx, who)).digest,
  }));
}

/**
 * Ends the daily mail of whoever the link was written for, once or again, with no session: whoever
 * holds the mail may end it (RFC 8058).
 * @throws AppError NOT_FOUND for a token that Gatebook has not made
 */
export async function unsubscribe(visitor: Visitor, token: string): Promise<void> {
  authorise(visitor, "preference.unsubscribe");
  await byLink(visitor, token, async (tx, who) => {
    const { teamId, personId, now } = who;
    await ensureRow(tx, who);
    const { count } = await tx.mailPreference.updateMany({
      where: { teamId, personId, digest: true },
      data: { digest: false, version: { increment: 1 }, updatedAt: now },
    });
    if (count === 0) return;
    await dropDigest(tx, who);
    await record(tx, who, {
      ...{ action: "preference.unsubscribed", subjectType: "person", subjectId: personId },
      data: { name: who.personName },
    });
  });
}

interface Whose {
  teamId: string;
  personId: string;
  now: Date;
}

type LinkHolder = Job & Whose & { personName: string; team: string };

/** Enters the team that a link names, once its signature has been checked, and never before. */
async function byLink<T>(
  visitor: Visitor,
  token: string,
  work: (tx: Tx, who: LinkHolder) => Promise<T>,
): Promise<T> {
  const ids = readUnsubscribe(token);
  if (!ids) throw notFound("link");
  return outsideTeams(visitor, async (tx) => {
    await enterTeam(tx, ids.teamId);
    const person = await tx.person.findFirst({
      where: { teamId: ids.teamId, id: ids.personId },
      select: { name: true, team: { select: { name: true } } },
    });
    if (!person) throw notFound("link");
    const { name: personName, team } = person;
    // Whoever holds the link is not known to be that person, so history names neither.
    const holder = { kind: "job", name: "unsubscribe", now: visitor.now } as const;
    return work(tx, { ...holder, ...ids, personName, team: team.name });
  });
}

async function read(tx: Tx, { teamId, personId }: Whose): Promise<MailPreferences> {
  const stored = await tx.mailPreference.findUnique({
    where: { teamId_personId: { teamId, personId } },
    select: { digest: true, muted: true, version: true },
  });
  return stored ?? { ...DEFAULTS };
}

/** Two who choose for the first time at once find one row, and only one of them the version it has. */
async function ensureRow(tx: Tx, { teamId, personId, now }: Whose): Promise<void> {
  await tx.mailPreference.createMany({
    data: { teamId, personId, updatedAt: now },
    skipDuplicates: true,
  });
}

/** What was gathered for a mail that has not gone yet is shown in Gatebook instead. */
async function dropDigest(tx: Tx, { teamId, personId }: Whose): Promise<void> {
  const waiting = { teamId, personId, state: { in: ["pending" as const, "held" as const] } };
  const digests = await tx.notice.updateManyAndReturn({
    // One that a sender has in its hands goes its way.
    where: { ...waiting, kind: "digest", lockedUntil: null },
    data: { state: "cancelled", error: bookWords("cancelled.unsubscribed") },
    select: { id: true },
  });
  await tx.notice.updateMany({
    where: { ...waiting, digestId: { in: digests.map(({ id }) => id) } },
    data: { state: "in_app" },
  });
}
