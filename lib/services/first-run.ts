import type { Member, SignedIn } from "../team/actor";
import { authorise, can } from "../team/permissions";
import { asUser, inTeam, type Tx } from "./transaction";

/** What a new team does first; each is known to be done by the team's own facts. */
export interface FirstSteps {
  /** The reader's address takes mail: their link to sign in came through it, and none came back since. */
  mail: boolean;
  /** Of somebody an account or a credential is written down. */
  people: boolean;
  request: boolean;
  /** An approval is recorded with its last day, so that somebody is reminded before it. */
  approval: boolean;
  /** The number of the team's latest request, where its approval is recorded; null while there is none. */
  number: number | null;
}

/**
 * Whether the tour opens by itself: for a lead who has not left it yet, while the team has asked for
 * nothing.
 */
export async function isTourDue(actor: Member): Promise<boolean> {
  authorise(actor, "dashboard.read");
  if (actor.role !== "lead") return false;
  return inTeam(actor, async (tx) => {
    const { tourEndedAt } = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { tourEndedAt: true },
    });
    return tourEndedAt === null && (await latestRequest(tx, actor)) === null;
  });
}

/** Leaves the tour for good; the first leaving is what is kept. */
export async function endTour(user: SignedIn): Promise<void> {
  authorise(user, "account.update");
  await asUser(user, (tx) =>
    tx.user.updateMany({
      where: { id: user.userId, tourEndedAt: null },
      data: { tourEndedAt: user.now },
    }),
  );
}

/**
 * How far the team is with its first steps; null when all are done, the reader has put them away, or
 * the reader's role could do none of them.
 */
export async function getFirstSteps(actor: Member): Promise<FirstSteps | null> {
  authorise(actor, "dashboard.read");
  if (!can(actor, "request.create")) return null;
  return inTeam(actor, async (tx) => {
    const { firstStepsEndedAt, emailVerified } = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { firstStepsEndedAt: true, emailVerified: true },
    });
    if (firstStepsEndedAt !== null) return null;
    const steps = await stepsOf(tx, actor, emailVerified !== null);
    const { mail, people, request, approval } = steps;
    return mail && people && request && approval ? null : steps;
  });
}

async function stepsOf(tx: Tx, actor: Member, isVerified: boolean): Promise<FirstSteps> {
  const { teamId, personId } = actor;
  const id = { select: { id: true } } as const;
  const account = await tx.identity.findFirst({ where: { teamId }, ...id });
  const credential =
    account ??
    (await tx.qualification.findFirst({ where: { teamId, personId: { not: null } }, ...id }));
  const ending = await tx.grant.findFirst({ where: { teamId, endsOn: { not: null } }, ...id });
  const bounced = await tx.notice.findFirst({ where: { teamId, personId, bounced: true }, ...id });
  const number = await latestRequest(tx, actor);
  return {
    mail: isVerified && bounced === null,
    people: credential !== null,
    request: number !== null,
    approval: ending !== null,
    number,
  };
}

async function latestRequest(tx: Tx, { teamId }: Member): Promise<number | null> {
  const request = await tx.request.findFirst({
    where: { teamId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  return request?.number ?? null;
}

/** Puts the list of first steps away, in every team of this user. */
export async function endFirstSteps(user: SignedIn): Promise<void> {
  authorise(user, "account.update");
  await asUser(user, (tx) =>
    tx.user.updateMany({
      where: { id: user.userId, firstStepsEndedAt: null },
      data: { firstStepsEndedAt: user.now },
    }),
  );
}
