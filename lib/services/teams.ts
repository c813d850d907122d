import { type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { AppError, notFound } from "../errors";
import { DEFAULT_LANGUAGE, languageOf } from "../languages";
import type { Member, Role, SignedIn } from "../team/actor";
import { type CreateTeam, isSlug, slugOf, type UpdateTeam } from "../team/forms";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { touch } from "./touched";
import { asUser, enterTeam, inTeam, isDuplicate, type Tx } from "./transaction";

export interface MyTeam {
  slug: string;
  name: string;
  role: Role;
}

/** The teams that a user may open today, longest membership first. */
export async function listMyTeams(user: SignedIn): Promise<MyTeam[]> {
  authorise(user, "account.read");
  return asUser(user, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: { userId: user.userId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { role: true, teamId: true, team: { select: { slug: true, name: true } } },
    });
    const open: MyTeam[] = [];
    for (const { role, teamId, team } of memberships) {
      if (await enterAs(tx, user, { role, teamId })) open.push({ ...team, role });
    }
    return open;
  });
}

/** Where a signed-in user starts: their team, or the page to make or join one. */
export async function homePathOf(user: SignedIn): Promise<string> {
  authorise(user, "account.read");
  const [first] = await listMyTeams(user);
  return first ? `/t/${first.slug}` : "/welcome";
}

/**
 * The user as a member of the team with this slug. Role and membership are read anew on each call,
 * so that changes apply at once.
 * @throws AppError NOT_FOUND, the same for no such team, for a team of others and after the last day
 */
export async function requireMember(user: SignedIn, slug: string): Promise<Member> {
  authorise(user, "account.read");
  // PostgreSQL refuses some characters outright; such an address is simply no team.
  if (!isSlug(slug)) throw notFound("team");
  return asUser(user, async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { userId: user.userId, team: { slug } },
      select: { teamId: true, role: true },
    });
    if (!membership) throw notFound("team");
    const person = await enterAs(tx, user, membership);
    if (!person) throw notFound("team");
    const { userId, now } = user;
    const { id: personId, name, timeZone } = person;
    const language = languageOf(person.language);
    return { kind: "user", userId, ...membership, personId, name, timeZone, language, now };
  });
}

/**
 * Enters a team as the person that the user is there; null once that person has left, whatever
 * became of the membership. A team's last lead stays let in: else nobody could open it any more.
 */
export async function enterAs(
  tx: Tx,
  { userId, now }: Pick<SignedIn, "userId" | "now">,
  { teamId, role }: { teamId: string; role: Role },
) {
  await enterTeam(tx, teamId);
  const person = await tx.person.findUnique({
    where: { teamId_userId: { teamId, userId } },
    select: { id: true, name: true, timeZone: true, language: true, endsOn: true },
  });
  if (!person) return null;
  const today = dayOf(now, person.timeZone);
  // The last day is still one on the team.
  if (person.endsOn === null || today <= dayFromColumn(person.endsOn)) return person;
  return role === "lead" && !(await hasOtherLead(tx, teamId, userId, today)) ? person : null;
}

async function hasOtherLead(tx: Tx, teamId: string, userId: string, today: Day): Promise<boolean> {
  const leads = await tx.membership.findMany({
    where: { teamId, role: "lead", userId: { not: userId } },
    select: { userId: true },
  });
  const here = await tx.person.count({
    where: {
      teamId,
      userId: { in: leads.map((lead) => lead.userId) },
      OR: [{ endsOn: null }, { endsOn: { gte: dayToColumn(today) } }],
    },
  });
  return here > 0;
}

/**
 * Creates a team with this user as its lead and first person. `id` is made by the form: the same
 * form sent twice makes one team.
 * @returns the team's slug, made from its name and free of collisions
 */
export async function createTeam(user: SignedIn, input: CreateTeam): Promise<string> {
  authorise(user, "team.create");
  const base = slugOf(input.name);
  for (let attempt = 1; attempt <= 50; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`;
    try {
      return await asUser(user, (tx) => found(tx, user, input, slug));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  throw new AppError("INVALID", "Many teams have this name. Make it a little longer.", {
    field: "name",
  });
}

async function found(tx: Tx, user: SignedIn, input: CreateTeam, slug: string): Promise<string> {
  const { id: teamId, name, institution } = input;
  const sentBefore = await tx.membership.findUnique({
    where: { teamId_userId: { teamId, userId: user.userId } },
    select: { team: { select: { slug: true } } },
  });
  if (sentBefore) return sentBefore.team.slug;
  await enterTeam(tx, teamId);
  await tx.team.create({ data: { id: teamId, slug, name, institution, createdAt: user.now } });
  const member = await join(tx, user, teamId, { ...input, role: "lead" });
  await record(tx, member, {
    action: "team.created",
    subjectType: "team",
    subjectId: teamId,
    data: { name, slug },
  });
  return slug;
}

/**
 * Makes the user a member and a person of a team, in a transaction that has entered it: links the
 * person of the same address if the team knows one, brings back one who had left, else adds one.
 */
export async function join(
  tx: Tx,
  user: SignedIn,
  teamId: string,
  input: { userName: string; timeZone: string; institution?: string; role: Role },
): Promise<Member> {
  const { userId, email, now } = user;
  const { userName: name, timeZone, role } = input;
  const { language = DEFAULT_LANGUAGE } = user;
  await tx.user.update({ where: { id: userId }, data: { name, timeZone } });
  await tx.membership.create({ data: { teamId, userId, role, createdAt: now } });
  const today = dayOf(now, timeZone);
  const known =
    (await tx.person.findUnique({ where: { teamId_userId: { teamId, userId } } })) ??
    (await tx.person.findFirst({
      where: { teamId, email, userId: null },
      orderBy: { createdAt: "asc" },
    }));
  const person = known
    ? await tx.person.update({
        where: { teamId_id: { teamId, id: known.id } },
        data: {
          userId,
          email,
          language,
          ...(hasLeft(known.endsOn, today) && { endsOn: null }),
          version: { increment: 1 },
        },
      })
    : await tx.person.create({
        data: {
          teamId,
          userId,
          email,
          name,
          timeZone,
          language,
          institution: input.institution ?? "",
          startsOn: dayToColumn(today),
          createdAt: now,
        },
      });
  const member = { userId, teamId, role, personId: person.id, name: person.name, now };
  const actor: Member = { kind: "user", ...member };
  touch(tx, actor, { kind: "person", id: person.id });
  await planAnew(tx, actor);
  return actor;
}

/** Whoever left, today included, is back when they join again. */
function hasLeft(endsOn: Date | null, today: Day): boolean {
  return endsOn !== null && dayFromColumn(endsOn) <= today;
}

interface TeamFacts {
  slug: string;
  name: string;
  institution: string;
}

/** The team's own facts. */
export async function getTeam(actor: Member): Promise<TeamFacts> {
  authorise(actor, "team.read");
  return inTeam(actor, (tx) => readTeam(tx, actor.teamId));
}

async function readTeam(tx: Tx, teamId: string): Promise<TeamFacts> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: { slug: true, name: true, institution: true },
  });
  if (!team) throw notFound("team");
  return team;
}

/**
 * Changes name and institution; the slug stays, since addresses in mails contain it.
 * @throws AppError CONFLICT with the stored facts in `details.current` when they are no longer `was`
 */
export async function updateTeam(actor: Member, input: UpdateTeam): Promise<TeamFacts> {
  authorise(actor, "team.update");
  const { name, institution, was } = input;
  return inTeam(actor, async (tx) => {
    const { count } = await tx.team.updateMany({
      where: { id: actor.teamId, name: was.name, institution: was.institution },
      data: { name, institution },
    });
    const current = await readTeam(tx, actor.teamId);
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "Somebody changed the team's details while you were writing. Yours are still here; compare and save again.",
        { details: { current } },
      );
    }
    await record(tx, actor, {
      action: "team.updated",
      subjectType: "team",
      subjectId: actor.teamId,
      data: { name, institution },
    });
    return current;
  });
}
