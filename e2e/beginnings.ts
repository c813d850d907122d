import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Day } from "@/lib/dates/day";
import { connect, setDb } from "@/lib/db";
import type { Language } from "@/lib/languages";
import { readRun } from "@/lib/launch/run-file";
import { personForm } from "@/lib/people/forms";
import { acceptInvitation, inviteMember } from "@/lib/services/invitations";
import { createPerson } from "@/lib/services/people";
import { readSession, startSession } from "@/lib/services/sessions";
import { createTeam, listMyTeams, requireMember } from "@/lib/services/teams";
import { outsideTeams } from "@/lib/services/transaction";
import type { Member, Role, SignedIn, Visitor } from "@/lib/team/actor";
import { nameFromAddress } from "@/lib/team/forms";
import { newAddress } from "./app";
import { today, ZONE } from "./calendar";
import { sharedInstance } from "./shared-instance";

// Where stories begin. What other stories tell on the pages (signing in, making a team, adding people)
// is done here by the services that those pages call, on the shared instance's database.

const COOKIE = "next-auth.session-token";
let isConnected = false;

function visitor(): Visitor {
  if (!isConnected) {
    const variables = readRun(sharedInstance().dataDir)?.variables;
    if (!variables?.DATABASE_URL) throw new Error("The shared Gatebook does not run.");
    // Some services ask for settings, which are the instance's own.
    Object.assign(process.env, variables);
    setDb(connect(variables.DATABASE_URL, { max: 2 }));
    isConnected = true;
  }
  return { kind: "visitor", ip: "127.0.0.1", now: new Date() };
}

/**
 * Signs whoever has this address in, in the window of this page; at first as somebody new, who reads
 * this language.
 */
export async function arriveAs(
  page: Page,
  address: string,
  language: Language = "en",
): Promise<void> {
  const arriving = visitor();
  const { now } = arriving;
  const token = await outsideTeams(arriving, async (tx) => {
    const { id } = await tx.user.upsert({
      where: { email: address },
      // The tour of a new team is a story of its own.
      create: { email: address, emailVerified: now, tourEndedAt: now, createdAt: now, language },
      update: {},
      select: { id: true },
    });
    return startSession(tx, id, now);
  });
  const { address: url } = sharedInstance();
  await page
    .context()
    .addCookies([{ name: COOKIE, value: token, url, httpOnly: true, sameSite: "Lax" }]);
}

async function userOf(page: Page): Promise<SignedIn> {
  const cookies = await page.context().cookies(sharedInstance().address);
  const token = cookies.find(({ name }) => name === COOKIE)?.value ?? "";
  const user = await readSession(visitor(), token);
  if (!user) throw new Error("Nobody is signed in on this page.");
  return user;
}

/** Whoever is signed in, as a member of their team; of this one where they have several. */
export async function memberOn(
  page: Page,
  team?: string,
): Promise<{ actor: Member; team: string }> {
  const user = await userOf(page);
  const slug = team ?? (await listMyTeams(user))[0]?.slug ?? "";
  return { actor: await requireMember(user, slug), team: slug };
}

/** Makes a team of whoever is signed in; gives the part of the address that names it. */
export async function newTeam(page: Page, name: string): Promise<string> {
  const user = await userOf(page);
  return createTeam(user, {
    ...{ id: randomUUID(), userName: nameFromAddress(user.email), name, timeZone: ZONE },
    institution: "Institute of Tests, Kathmandu",
  });
}

/** Signs a new person in and makes a team for them. */
export async function newTeamOf(page: Page, lead: string): Promise<string> {
  await arriveAs(page, newAddress(lead));
  return newTeam(page, `${lead} lab ${randomUUID().slice(0, 6)}`);
}

/**
 * Adds somebody whose access the team tracks, from today on unless a first day is given; gives the
 * address that reminders go to.
 */
export async function addPerson(
  page: Page,
  team: string,
  name: string,
  firstDay: Day = today(),
): Promise<string> {
  const email = newAddress(name);
  const { actor } = await memberOn(page, team);
  const person = personForm.parse({
    ...{ name, email, position: "", institution: "", rank: "", country: "" },
    ...{ timeZone: ZONE, startsOn: firstDay, endsOn: "" },
  });
  await createPerson(actor, { commandId: randomUUID(), person });
  return email;
}

/**
 * Signs somebody in on a page of their own, as a member of the team of the lead's page: somebody new
 * unless an address is given that the team knows.
 */
export async function joinAs(
  page: Page,
  lead: Page,
  team: string,
  as: { name: string; role: Role; address?: string },
) {
  const email = as.address ?? newAddress(as.name);
  const { actor } = await memberOn(lead, team);
  const { id } = await inviteMember(actor, { commandId: randomUUID(), email, role: as.role });
  await arriveAs(page, email);
  const userName = nameFromAddress(email);
  await acceptInvitation(await userOf(page), { invitationId: id, userName, timeZone: ZONE });
}
