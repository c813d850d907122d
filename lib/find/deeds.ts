import type { Member } from "../team/actor";
import { can, type Permission } from "../team/permissions";

/** What the search offers to begin, with what it needs. */
const DEEDS = {
  newRequest: "request.create",
  addPerson: "person.create",
  recordAgreement: "agreement.record",
  reportIncident: "incident.record",
  import: "import.record",
} as const satisfies Record<string, Permission>;

export type Deed = keyof typeof DEEDS;

/** What this member may begin, in the order in which it is offered. */
export function deedsOf(actor: Member): Deed[] {
  return (Object.keys(DEEDS) as Deed[]).filter((deed) => can(actor, DEEDS[deed]));
}
