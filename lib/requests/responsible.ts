import type { Party, PersonFunction } from "../archives/lifecycle";

/** The persons of the team who have the next move on an item, empty when it lies outside. */
export function responsiblePersons(
  item: { waitingOn: Party; personId: string | null },
  request: {
    ownerId: string;
    people: readonly { personId: string; function: PersonFunction }[];
  },
): string[] {
  const holding = (role: PersonFunction) =>
    request.people.filter((p) => p.function === role).map((p) => p.personId);
  switch (item.waitingOn) {
    case "us":
      return [request.ownerId];
    case "holder":
      return [item.personId ?? request.ownerId];
    case "pi": {
      const pis = holding("pi");
      return pis.length > 0 ? pis : [request.ownerId];
    }
    case "signing_official":
      return holding("signing_official");
    case "legal_representative":
      return holding("legal_representative");
    default:
      return [];
  }
}

/** Whether the next move lies with the team itself rather than with somebody outside. */
export function isOurMove(party: Party): boolean {
  return party === "us" || party === "holder" || party === "pi";
}
