import { type Language, languageOf } from "../languages";
import type { AccountFacts } from "../team/account-form";
import type { Member, SignedIn } from "../team/actor";
import { authorise } from "../team/permissions";
import { record } from "./events";
import { planAnew } from "./plan-anew";
import { enterAs } from "./teams";
import { asUser, type Tx } from "./transaction";

/** What an account says of its user. */
export interface Account {
  email: string;
  /** As they gave it; empty before their first team. */
  name: string;
  language: Language;
  /** An IANA name. */
  timeZone: string;
}

/** The account of whoever is signed in. */
export async function getMyAccount(user: SignedIn): Promise<Account> {
  authorise(user, "account.read");
  return asUser(user, async (tx) => {
    const stored = await tx.user.findUniqueOrThrow({ where: { id: user.userId } });
    const { email, name, timeZone } = stored;
    return { email, name: name ?? "", language: languageOf(stored.language), timeZone };
  });
}

/**
 * Changes the account. Language and time zone are also kept with the user's person in each of their
 * teams, where mails, calendars and the beginning of a day look for them; the name there stays as
 * the team wrote it.
 */
export async function updateMyAccount(user: SignedIn, input: AccountFacts): Promise<void> {
  authorise(user, "account.update");
  await asUser(user, async (tx) => {
    await tx.user.update({ where: { id: user.userId }, data: input });
    const memberships = await tx.membership.findMany({
      where: { userId: user.userId },
      select: { teamId: true, role: true },
      // Each locks its team's history, always in the same order.
      orderBy: { teamId: "asc" },
    });
    for (const membership of memberships) await updateInTeam(tx, user, membership, input);
  });
}

async function updateInTeam(
  tx: Tx,
  user: SignedIn,
  { teamId, role }: Pick<Member, "teamId" | "role">,
  { language, timeZone }: AccountFacts,
): Promise<void> {
  const { userId, now } = user;
  // Whoever has left a team changes nothing in it any more.
  const person = await enterAs(tx, user, { teamId, role });
  if (!person) return;
  const fields = [
    ...(person.language === language ? [] : ["language"]),
    ...(person.timeZone === timeZone ? [] : ["timeZone"]),
  ];
  if (fields.length === 0) return;
  const { id: personId, name } = person;
  await tx.person.update({
    where: { teamId_id: { teamId, id: personId } },
    data: { language, timeZone, version: { increment: 1 } },
  });
  const actor: Member = { kind: "user", userId, teamId, role, personId, name, timeZone, now };
  await planAnew(tx, actor);
  await record(tx, actor, {
    action: "person.updated",
    subjectType: "person",
    subjectId: personId,
    data: { name, fields },
  });
}
