import { addDays, type Day, dayToColumn } from "@/lib/dates/day";
import { db } from "@/lib/db";
import { record } from "@/lib/services/events";
import { createTeam, requireMember } from "@/lib/services/teams";
import { inTeam } from "@/lib/services/transaction";
import type { Member, SignedIn } from "@/lib/team/actor";
import type { PersonIds } from "./answers";
import { demoId } from "./id";
import {
  DEMO_COUNTRY,
  DEMO_INSTITUTION,
  DEMO_PEOPLE,
  DEMO_SLUG,
  DEMO_TEAM,
  type DemoPerson,
  type PersonKey,
} from "./people";

/** Nine in the morning of a day so many days before today, in UTC. */
function momentOf(today: Day, daysAgo: number): Date {
  return new Date(`${addDays(today, -daysAgo)}T09:00:00.000Z`);
}

/** The demo team with its people: made when missing, left alone when there. */
export async function demoTeam(
  today: Day,
): Promise<{ people: PersonIds; actor: (key: PersonKey, daysAgo: number) => Promise<Member> }> {
  const users = new Map<string, SignedIn>();
  for (const person of DEMO_PEOPLE) {
    if (person.role) users.set(person.key, await demoUser(today, person));
  }
  const actor = (key: PersonKey, daysAgo: number) => {
    const user = users.get(key);
    if (!user) throw new Error(`${key} of the demo has no sign-in`);
    return requireMember({ ...user, now: momentOf(today, daysAgo) }, DEMO_SLUG);
  };
  const [lead] = DEMO_PEOPLE;
  const ana = users.get(lead.key);
  if (!ana) throw new Error("The demo has no lead");
  const id = demoId("team");
  await createTeam(
    { ...ana, now: momentOf(today, lead.joinedDaysAgo) },
    {
      id,
      name: DEMO_TEAM,
      institution: DEMO_INSTITUTION,
      userName: lead.name,
      timeZone: lead.timeZone,
    },
  );
  const people: Record<string, string> = {};
  for (const person of DEMO_PEOPLE) {
    const by = await actor(lead.key, person.joinedDaysAgo);
    people[person.key] = await joined(by, today, person, users.get(person.key)?.userId ?? null);
  }
  return { people: people as PersonIds, actor };
}

async function demoUser(today: Day, person: DemoPerson): Promise<SignedIn> {
  const { email, name, timeZone } = person;
  const user = await db().user.upsert({
    where: { email },
    create: { email, name, timeZone, emailVerified: momentOf(today, person.joinedDaysAgo) },
    update: {},
  });
  return { kind: "signedIn", userId: user.id, email, name, now: momentOf(today, 0) };
}

/** The person's id; adds person and membership, with their line of history, when missing. */
async function joined(
  by: Member,
  today: Day,
  person: DemoPerson,
  userId: string | null,
): Promise<string> {
  const { teamId } = by;
  const { name, email, position, rank, timeZone } = person;
  return inTeam(by, async (tx) => {
    const place = { institution: DEMO_INSTITUTION, country: DEMO_COUNTRY };
    const details = { name, email, position, rank, timeZone, ...place };
    const known = await tx.person.findFirst({
      where: { teamId, OR: [{ email }, ...(userId ? [{ userId }] : [])] },
    });
    if (known?.position) return known.id;
    const startsOn = dayToColumn(addDays(today, -person.joinedDaysAgo));
    const { id } = known
      ? await tx.person.update({ where: { id: known.id }, data: details })
      : await tx.person.create({ data: { ...details, teamId, userId, startsOn } });
    if (!known && userId && person.role) {
      await tx.membership.create({
        data: { teamId, userId, role: person.role, createdAt: by.now },
      });
    }
    await record(tx, by, {
      action: "person.added",
      subjectType: "person",
      subjectId: id,
      data: { name },
    });
    return id;
  });
}
