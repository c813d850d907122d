import { dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import type { Member, Role } from "../team/actor";
import type { ChangeRole } from "../team/forms";
import { authorise } from "../team/permissions";
import { hasTies } from "./departure-facts";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { inTeam, type Tx } from "./transaction";

export interface TeamMember {
  userId: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
}

/** Who may sign in to the team, and as what. 500 at most. */
export async function listMembers(actor: Member): Promise<TeamMember[]> {
  authorise(actor, "team.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: { teamId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: 500,
      select: {
        userId: true,
        role: true,
        createdAt: true,
        user: { select: { email: true } },
      },
    });
    const people = await tx.person.findMany({
      where: { teamId, userId: { in: memberships.map(({ userId }) => userId) } },
      select: { userId: true, name: true },
    });
    const names = new Map(people.map(({ userId, name }) => [userId, name]));
    return memberships.map(({ userId, role, createdAt, user }) => ({
      userId,
      name: names.get(userId) ?? user.email,
      email: user.email,
      role,
      since: createdAt,
    }));
  });
}

/**
 * Gives a member another role, at once.
 * @throws AppError CONFLICT when the role is no longer `was` (current role in `details.current`),
 *   INVALID when the team would be left without a lead, NOT_FOUND
 */
export async function changeRole(actor: Member, input: ChangeRole): Promise<void> {
  authorise(actor, "member.changeRole");
  const { userId, role, was } = input;
  await inTeam(actor, async (tx) => {
    const stored = await lockMember(tx, actor, userId);
    if (stored.role !== was) {
      throw new AppError(
        "CONFLICT",
        `Somebody has changed this role meanwhile: it is ${stored.role} now.`,
        { field: "role", details: { current: stored.role } },
      );
    }
    if (stored.role === role) return;
    if (role !== "lead") await keepALead(tx, actor, stored.role);
    await tx.membership.updateMany({
      where: { teamId: actor.teamId, userId },
      data: { role },
    });
    // Leads are told of every duty.
    await planAnew(tx, actor);
    await record(tx, actor, {
      action: "member.roleChanged",
      subjectType: "user",
      subjectId: userId,
      data: { from: was, to: role },
    });
  });
}

/**
 * Ends a membership: the user keeps their account and sessions but no longer enters this team; the
 * person stays in its records, with today as the last day. Of somebody who is part of requests,
 * agreements or duties the last day stays open: what follows from it is looked through first.
 * @throws AppError INVALID when the team would be left without a lead, NOT_FOUND
 */
export async function removeMember(actor: Member, input: { userId: string }): Promise<void> {
  authorise(actor, "member.remove");
  const { teamId } = actor;
  const { userId } = input;
  await inTeam(actor, async (tx) => {
    const stored = await lockMember(tx, actor, userId);
    await keepALead(tx, actor, stored.role);
    await tx.membership.deleteMany({ where: { teamId, userId } });
    await endPerson(tx, actor, userId);
    await planAnew(tx, actor);
    await record(tx, actor, {
      action: "member.removed",
      subjectType: "user",
      subjectId: userId,
      data: { role: stored.role },
    });
  });
}

/** Locks the team, so that two leads cannot leave at the same moment, and reads the member. */
async function lockMember(tx: Tx, actor: Member, userId: string): Promise<{ role: Role }> {
  const { teamId } = actor;
  await tx.$queryRaw`select id from "Team" where id = ${teamId}::uuid for update`;
  const membership = await tx.membership.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { role: true },
  });
  if (!membership) throw notFound("member");
  return membership;
}

async function keepALead(tx: Tx, actor: Member, leaving: Role): Promise<void> {
  if (leaving !== "lead") return;
  const leads = await tx.membership.count({ where: { teamId: actor.teamId, role: "lead" } });
  if (leads <= 1) {
    throw invalid("role", "A team needs a lead. Make somebody else lead first.");
  }
}

async function endPerson(tx: Tx, actor: Member, userId: string): Promise<void> {
  const { teamId } = actor;
  const person = await tx.person.findUnique({ where: { teamId_userId: { teamId, userId } } });
  if (!person) return;
  const today = dayOf(actor.now, person.timeZone);
  const starts = dayFromColumn(person.startsOn);
  const last = [today, starts].sort()[1] ?? today;
  if (person.endsOn !== null && dayFromColumn(person.endsOn) <= last) return;
  if (await hasTies(tx, person)) return;
  await tx.person.update({
    where: { teamId_id: { teamId, id: person.id } },
    data: { endsOn: dayToColumn(last), version: { increment: 1 } },
  });
}
