import type { Day } from "../dates/day";

/** Why somebody gets a reminder, most telling first. */
export const REASONS = ["holder", "pi", "owner", "lead"] as const;
export type Reason = (typeof REASONS)[number];

/** A person of the team, with the address that mail reaches them at, if any. */
export interface Addressee {
  personId: string;
  name: string;
  address: string | null;
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

export interface Recipient {
  personId: string;
  name: string;
  address: string;
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

/**
 * The recipients of a reminder: everybody concerned who is on the team today and has an address,
 * each once. When nobody is left, the leads whatever their dates, and a problem to show.
 */
export function recipientsOf(concerned: Concerned, today: Day): Recipients {
  const present = REASONS.flatMap((reason) =>
    concerned[reason]
      .filter((person) => isOnTeam(person, today))
      .map((person) => ({ person, reason })),
  );
  const recipients = eachOnce(present);
  if (recipients.length > 0) return { recipients, problem: null };
  const leads = eachOnce(concerned.lead.map((person) => ({ person, reason: "lead" })));
  return { recipients: leads, problem: leads.length > 0 ? "nobody_on_team" : "nobody_at_all" };
}

function eachOnce(entries: readonly { person: Addressee; reason: Reason }[]): Recipient[] {
  const byPerson = new Map<string, Recipient>();
  for (const { person, reason } of entries) {
    const { personId, name, address } = person;
    if (address === null) continue;
    const known = byPerson.get(personId);
    if (!known) byPerson.set(personId, { personId, name, address, reasons: [reason] });
    else if (!known.reasons.includes(reason)) known.reasons.push(reason);
  }
  return [...byPerson.values()];
}
