import type { Person, Prisma } from "@/prisma/client/client";
import { type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { AppError, invalid, notFound } from "../errors";
import { type Language, languageOf } from "../languages";
import type { CreatePerson, PersonFacts, UpdatePerson } from "../people/forms";
import { type Presence, presenceOn } from "../people/presence";
import type { Member, Role } from "../team/actor";
import { authorise } from "../team/permissions";
import { once } from "./commands";
import { hasTies } from "./departure-facts";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { inTeam, type Tx, unlessDuplicate } from "./transaction";

export interface TeamPerson {
  id: string;
  name: string;
  email: string | null;
  position: string;
  institution: string;
  /** A code of lib/people/rank.ts, empty where it is not known. */
  rank: string;
  /** Where they work, ISO 3166 in two letters, empty where it is not known. */
  country: string;
  timeZone: string;
  /** In which mails reach them. */
  language: Language;
  startsOn: Day;
  endsOn: Day | null;
  version: number;
  /** On the team today, as read on a calendar in the person's own time zone. */
  presence: Presence;
  /** True when the address is the one they sign in with, which only they can change. */
  signsIn: boolean;
  /** The role of a member of the team; null for people who cannot open it. */
  role: Role | null;
}

/** Everybody whose access the team tracks, by name; who has left stays listed. 500 at most. */
export async function listPeople(actor: Member): Promise<TeamPerson[]> {
  authorise(actor, "person.read");
  const { teamId, now } = actor;
  return inTeam(actor, async (tx) => {
    const people = await tx.person.findMany({
      where: { teamId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 500,
    });
    const memberships = await tx.membership.findMany({
      where: { teamId },
      select: { userId: true, role: true },
    });
    const roles = new Map(memberships.map(({ userId, role }) => [userId, role]));
    return people.map((person) =>
      asTeamPerson(person, now, roles.get(person.userId ?? "") ?? null),
    );
  });
}

export function asTeamPerson(person: Person, now: Date, role: Role | null): TeamPerson {
  const { id, name, email, position, institution, rank, country, timeZone, version } = person;
  const days = {
    startsOn: dayFromColumn(person.startsOn),
    endsOn: person.endsOn && dayFromColumn(person.endsOn),
  };
  return {
    id,
    name,
    email,
    position,
    institution,
    rank,
    country,
    timeZone,
    language: languageOf(person.language),
    ...days,
    version,
    presence: presenceOn(dayOf(now, timeZone), days),
    signsIn: person.userId !== null,
    role,
  };
}

/**
 * Adds a person; nobody is invited or told by this.
 * @throws AppError INVALID at `person.email` when the team knows somebody of this address
 */
export async function createPerson(actor: Member, input: CreatePerson): Promise<{ id: string }> {
  authorise(actor, "person.create");
  const { teamId } = actor;
  return withOwnAddress(
    inTeam(actor, (tx) =>
      once(tx, actor, input.commandId, async () => {
        await refuseSecond(tx, teamId, input.person.email, null);
        const { id } = await tx.person.create({
          data: { teamId, ...columns(input.person), createdAt: actor.now },
          select: { id: true },
        });
        await record(tx, actor, {
          action: "person.added",
          subjectType: "person",
          subjectId: id,
          data: { name: input.person.name },
        });
        return { id };
      }),
    ),
  );
}

/**
 * Changes a person. The address of somebody who signs in stays what it is.
 * @throws AppError CONFLICT with the stored person in `details.current` when somebody saved in
 *   between, INVALID at `person.email`, INVALID at `person.endsOn` when the last day of somebody
 *   changes who is part of requests, agreements or duties, NOT_FOUND
 */
export async function updatePerson(actor: Member, input: UpdatePerson): Promise<void> {
  authorise(actor, "person.update");
  await withOwnAddress(inTeam(actor, (tx) => savePerson(tx, actor, input)));
}

async function savePerson(tx: Tx, actor: Member, input: UpdatePerson): Promise<void> {
  const { teamId } = actor;
  const { id, version } = input;
  const stored = await tx.person.findUnique({ where: { teamId_id: { teamId, id } } });
  if (!stored) throw notFound("person");
  const person = { ...input.person, ...(stored.userId !== null && { email: stored.email }) };
  await refuseSecond(tx, teamId, person.email, id);
  if (stored.version === version) await refuseUntoldEnd(tx, stored, person.endsOn);
  const { count } = await tx.person.updateMany({
    where: { id, teamId, version },
    data: { ...columns(person), version: { increment: 1 } },
  });
  if (count === 0) {
    const current = await tx.person.findUnique({ where: { teamId_id: { teamId, id } } });
    throw new AppError(
      "CONFLICT",
      "Somebody changed this person while you were writing. Your text is still here: compare, then save again.",
      { details: { current: asTeamPerson(current ?? stored, actor.now, null) } },
    );
  }
  // Their clock, their days on the team and their address decide when they get what.
  await planAnew(tx, actor);
  await record(tx, actor, {
    action: "person.updated",
    subjectType: "person",
    subjectId: id,
    data: changes(stored, person),
  });
}

function columns(person: PersonFacts) {
  const { startsOn, endsOn, ...words } = person;
  return {
    ...words,
    startsOn: dayToColumn(startsOn),
    endsOn: endsOn && dayToColumn(endsOn),
  };
}

async function refuseSecond(
  tx: Tx,
  teamId: string,
  email: string | null,
  except: string | null,
): Promise<void> {
  if (email === null) return;
  const other = await tx.person.findFirst({
    where: { teamId, email, ...(except !== null && { id: { not: except } }) },
    select: { name: true },
  });
  if (other) throw invalid("person.email", `${other.name} has this address already.`);
}

/** The database keeps addresses apart, also of two people who are added at the same moment. */
function withOwnAddress<T>(saving: Promise<T>): Promise<T> {
  const sentence = "Somebody of the team has this address already.";
  return unlessDuplicate(saving, invalid("person.email", sentence));
}

/** What follows from a last day is looked through before it is recorded, never behind a form. */
async function refuseUntoldEnd(tx: Tx, stored: Person, endsOn: Day | null): Promise<void> {
  const former = stored.endsOn && dayFromColumn(stored.endsOn);
  if (former === endsOn || !(await hasTies(tx, stored))) return;
  throw invalid(
    "person.endsOn",
    `${stored.name} is part of requests, agreements or duties. Change the last day with “Leaves the team” on the person's page, which shows first what follows from it.`,
  );
}

const PLAIN_FIELDS = [
  "name",
  "email",
  "position",
  "institution",
  "rank",
  "country",
  "timeZone",
  "language",
] as const;

/** The names of the changed fields; where access hangs on them, with their old and new value. */
function changes(stored: Person, person: PersonFacts): Prisma.InputJsonObject {
  const startsOn = dayFromColumn(stored.startsOn);
  const endsOn = stored.endsOn && dayFromColumn(stored.endsOn);
  const plain = PLAIN_FIELDS.filter((field) => stored[field] !== person[field]);
  return {
    name: person.name,
    fields: [
      ...plain,
      ...(startsOn === person.startsOn ? [] : ["startsOn"]),
      ...(endsOn === person.endsOn ? [] : ["endsOn"]),
    ],
    ...(stored.country !== person.country && {
      country: { from: stored.country, to: person.country },
    }),
    ...(endsOn !== person.endsOn && { endsOn: { from: endsOn, to: person.endsOn } }),
  };
}
