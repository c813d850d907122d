import { dayFromColumn } from "../dates/day";
import { formatDay } from "../dates/format";
import { AppError, invalid, notFound } from "../errors";
import type { Member, Role, SignedIn } from "../team/actor";
import { type AcceptInvitation, type Invite, rolesToGive } from "../team/forms";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { spend } from "./limits";
import { post } from "./outbox";
import { join } from "./teams";
import { asUser, enterTeam, inTeam, type Tx } from "./transaction";

const DAY = 86_400_000;
/** How long an invitation may be accepted. */
const INVITATION_DAYS = 7;

export interface PendingInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  isExpired: boolean;
}

/** Invitations of the team that nobody has accepted, newest first, 100 at most. */
export async function listInvitations(actor: Member): Promise<PendingInvitation[]> {
  authorise(actor, "invitation.read");
  const rows = await inTeam(actor, (tx) =>
    tx.invitation.findMany({
      where: { teamId: actor.teamId, acceptedAt: null, revokedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: 100,
      select: { id: true, email: true, role: true, invitedBy: true, expiresAt: true },
    }),
  );
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= actor.now }));
}

/**
 * Invites an address to the team for seven days and queues the mail. An earlier invitation of the
 * address ends: only the newest can be accepted.
 * @throws AppError INVALID (role above one's own, already a member), LIMITED
 */
export async function inviteMember(actor: Member, input: Invite): Promise<{ id: string }> {
  authorise(actor, "invitation.create");
  const { email, role, commandId } = input;
  if (!rolesToGive(actor.role).includes(role)) {
    throw invalid("role", "You can invite people to your own role or below.");
  }
  await spend(actor, [
    ["invitationByActor", actor.userId],
    ["invitationByTeam", actor.teamId],
    ["invitationToAddress", email],
  ]);
  return inTeam(actor, (tx) =>
    once(tx, actor, commandId, async () => {
      const member = await tx.membership.findFirst({
        where: { teamId: actor.teamId, user: { email } },
        select: { userId: true },
      });
      if (member) throw invalid("email", await whyNotInvited(tx, actor, member.userId));
      await tx.invitation.updateMany({
        where: { teamId: actor.teamId, email, acceptedAt: null, revokedAt: null },
        data: { revokedAt: actor.now },
      });
      return invite(tx, actor, email, role);
    }),
  );
}

/** Who left keeps the membership and is let in again by taking the last day back. */
async function whyNotInvited(tx: Tx, actor: Member, userId: string): Promise<string> {
  const person = await tx.person.findFirst({ where: { teamId: actor.teamId, userId } });
  const lastDay = person?.endsOn && dayFromColumn(person.endsOn);
  if (!person || !lastDay || lastDay >= todayFor(actor)) {
    return "This person is a member of the team already.";
  }
  return `${person.name} left the team on ${formatDay(lastDay)} and needs no invitation to come back: on the page about their leaving, press “${person.name} stays on the team”.`;
}

async function invite(tx: Tx, actor: Member, email: string, role: Role): Promise<{ id: string }> {
  const { teamId, now } = actor;
  const { id } = await tx.invitation.create({
    data: {
      teamId,
      email,
      role,
      invitedBy: actor.name,
      createdAt: now,
      expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY),
    },
    select: { id: true },
  });
  await post(tx, { kind: "invitation", subjectId: id, teamId, toAddress: email, now });
  await record(tx, actor, {
    action: "member.invited",
    subjectType: "invitation",
    subjectId: id,
    data: { email, role },
  });
  return { id };
}

/** Takes an invitation back. Throws NOT_FOUND when it is not pending (any more). */
export async function revokeInvitation(
  actor: Member,
  input: { invitationId: string },
): Promise<void> {
  authorise(actor, "invitation.revoke");
  await inTeam(actor, async (tx) => {
    const where = { id: input.invitationId, teamId: actor.teamId, acceptedAt: null };
    const { count } = await tx.invitation.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: actor.now },
    });
    if (count === 0) throw notFound("pending invitation");
    const { email } = await tx.invitation.findUniqueOrThrow({ where, select: { email: true } });
    await record(tx, actor, {
      action: "invitation.revoked",
      subjectType: "invitation",
      subjectId: input.invitationId,
      data: { email },
    });
  });
}

interface MyInvitation {
  id: string;
  team: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
}

/** The invitations that a user may accept: sent to the address they have proven to be theirs. */
export async function listMyInvitations(user: SignedIn): Promise<MyInvitation[]> {
  authorise(user, "team.join");
  const rows = await asUser(user, (tx) =>
    tx.invitation.findMany({
      where: {
        email: user.email,
        acceptedAt: null,
        revokedAt: null,
        expiresAt: { gt: user.now },
      },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: 100,
      select: {
        id: true,
        role: true,
        invitedBy: true,
        expiresAt: true,
        team: { select: { name: true } },
      },
    }),
  );
  return rows.map(({ team, ...row }) => ({ ...row, team: team.name }));
}

/**
 * Accepts an invitation addressed to the user; of several tries at once one joins, the others find
 * themselves members already.
 * @returns the slug of the team
 * @throws AppError NOT_FOUND for unknown ones and those of others alike, INVALID for ended ones and
 *   for those of a member who could not send them any more
 */
export async function acceptInvitation(user: SignedIn, input: AcceptInvitation): Promise<string> {
  authorise(user, "team.join");
  const { now } = user;
  return asUser(user, async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { id: input.invitationId, email: user.email },
      select: { id: true, teamId: true, role: true, team: { select: { slug: true } } },
    });
    if (!invitation) throw notFound("invitation");
    const { id, teamId, role, team } = invitation;
    await enterTeam(tx, teamId);
    const { count } = await tx.invitation.updateMany({
      where: { id, teamId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    const membership = await tx.membership.findUnique({
      where: { teamId_userId: { teamId, userId: user.userId } },
      select: { id: true },
    });
    if (membership) return team.slug;
    if (count === 0) {
      throw new AppError(
        "INVALID",
        "This invitation has ended. Ask the team to send you a new one.",
      );
    }
    if (!(await mayStillInvite(tx, { teamId, id, role }))) {
      throw new AppError(
        "INVALID",
        "Whoever invited you can no longer invite people to this team. Ask the team to send you a new invitation.",
      );
    }
    const member = await join(tx, user, teamId, { ...input, role });
    await record(tx, member, {
      action: "member.joined",
      subjectType: "person",
      subjectId: member.personId,
      data: { role, invitationId: id },
    });
    return team.slug;
  });
}

/** Whether the member who sent an invitation could send it today; history knows who that was. */
async function mayStillInvite(
  tx: Tx,
  { teamId, id, role }: { teamId: string; id: string; role: Role },
): Promise<boolean> {
  const sent = await tx.event.findFirst({
    where: { teamId, action: "member.invited", subjectId: id, actorId: { not: null } },
    select: { actorId: true },
  });
  if (!sent?.actorId) return false;
  const inviter = await tx.membership.findUnique({
    where: { teamId_userId: { teamId, userId: sent.actorId } },
    select: { role: true },
  });
  return inviter !== null && rolesToGive(inviter.role).includes(role);
}
