import type { Day } from "../dates/day";
import type { Clock } from "./clock";
import { type EscalationFacts, escalationOf } from "./escalation";

/** Why somebody is concerned by a duty at all times, most telling first. */
const CONCERNS = ["holder", "pi", "owner", "lead"] as const;

/** Why somebody gets a reminder, most telling first. */
export const REASONS = [...CONCERNS, "stand_in", "second_contact"] as const;
export type Reason = (typeof REASONS)[number];

/** A person of the team, with the address that mail reaches them at, if any. */
export interface Addressee {
  personId: string;
  name: string;
  address: string | null;
  /** An IANA name; their own calendar decides what today is. */
  timeZone: string;
  startsOn: Day;
  endsOn: Day | null;
}

/** Who is concerned by the end of a grant. Somebody may stand in several places. */
export interface Concerned {
  /** Whose access it is; where the archive grants to a project, its principal investigators. */
  holder: readonly Addressee[];
  pi: readonly Addressee[];
  owner: readonly Addressee[];
  lead: readonly Addressee[];
}

/** Who gets the mail of somebody who is away; first and last day count, on that person's calendar. */
export interface Absence {
  personId: string;
  standIn: Addressee;
  startsOn: Day;
  endsOn: Day;
}

/** Everybody who may come to hear of a duty. */
export interface Audience {
  concerned: Concerned;
  absences: readonly Absence[];
  /** Whom the team turns to when nobody takes a duty. */
  secondContact: Addressee | null;
  escalation: EscalationFacts;
}

export interface Recipient {
  personId: string;
  name: string;
  address: string;
  timeZone: string;
  reasons: Reason[];
}

/** Who gets a reminder, and whether it is a stopgap that a person should look at. */
export interface Recipients {
  recipients: Recipient[];
  /** `nobody_on_team`: only leads who left are reachable; `nobody_at_all`: not even they. */
  problem: "nobody_on_team" | "nobody_at_all" | null;
}

/** Whether a person is on the team on a day; first and last day count. */
export function isOnTeam(person: { startsOn: Day; endsOn: Day | null }, today: Day): boolean {
  return person.startsOn <= today && (person.endsOn === null || today <= person.endsOn);
}

interface Entry {
  person: Addressee;
  reason: Reason;
}

/**
 * The recipients of a reminder: everybody concerned who is on the team and has an address, each
 * once; who stands in for one of them who is away; and once it is escalated, whoever stands in at
 * all and the second contact. A stand-in's own stand-in is not asked. When nobody is left, the leads
 * whatever their dates, and a problem to show.
 */
export function recipientsOf(audience: Audience, clock: Clock): Recipients {
  const { concerned } = audience;
  const isHere = (person: Addressee) => isOnTeam(person, clock.today(person.timeZone));
  const own = everybody(concerned).filter(({ person }) => isHere(person));
  const others = [...standIns(audience, own, clock), ...secondContact(audience, clock)];
  const recipients = eachOnce([...own, ...others.filter(({ person }) => isHere(person))]);
  if (recipients.length > 0) return { recipients, problem: null };
  const leads = eachOnce(concerned.lead.map((person) => ({ person, reason: "lead" })));
  return { recipients: leads, problem: leads.length > 0 ? "nobody_on_team" : "nobody_at_all" };
}

/** Those concerned, whether or not they are there and can be reached. */
export function everybody(concerned: Concerned): Entry[] {
  return CONCERNS.flatMap((reason) => concerned[reason].map((person) => ({ person, reason })));
}

function standIns(audience: Audience, own: readonly Entry[], clock: Clock): Entry[] {
  if (audience.absences.length === 0) return [];
  return own.flatMap(({ person }) => {
    const today = clock.today(person.timeZone);
    return audience.absences
      .filter(({ personId, startsOn, endsOn, standIn }) => {
        if (personId !== person.personId || endsOn < today) return false;
        return startsOn <= today || isEscalatedFor(standIn, audience, clock);
      })
      .map(({ standIn }) => ({ person: standIn, reason: "stand_in" as const }));
  });
}

function secondContact(audience: Audience, clock: Clock): Entry[] {
  const person = audience.secondContact;
  if (!person || !isEscalatedFor(person, audience, clock)) return [];
  return [{ person, reason: "second_contact" }];
}

function isEscalatedFor(person: Addressee, { escalation }: Audience, clock: Clock): boolean {
  return escalationOf(escalation, clock.today(person.timeZone)) !== null;
}

function eachOnce(entries: readonly Entry[]): Recipient[] {
  const byPerson = new Map<string, Recipient>();
  for (const { person, reason } of entries) {
    const { personId, name, address, timeZone } = person;
    if (address === null) continue;
    const known = byPerson.get(personId);
    if (!known) byPerson.set(personId, { personId, name, address, timeZone, reasons: [reason] });
    else if (!known.reasons.includes(reason)) known.reasons.push(reason);
  }
  return [...byPerson.values()];
}
