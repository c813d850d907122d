import type { Gate } from "../archives/gate";
import type { Party } from "../archives/lifecycle";
import type { At, Shut } from "./gate-state";
import type { Place, Reason } from "./verdict";

/** A shut gate said in full: why, who has the next move, and where to click. */
export function reasonOf(state: Shut, at: At): Reason {
  const { gate, code, on, pending, over } = state;
  const party = partyFor(state, at);
  const personId = personFor(gate, party, at);
  const reason: Reason = { gate, code, on, party, personId, place: placeFor(gate, at) };
  if (code === "lapsed" && over?.clock !== undefined) reason.clock = over.clock;
  if (pending !== null) reason.pending = pending;
  return reason;
}

/** While something is under way its step knows who is waited for; else the gate does. */
function partyFor({ gate, code, pending }: Shut, at: At): Party {
  if (pending !== null && pending.waitingOn !== "nobody") return pending.waitingOn;
  if (code === "not_yet" || code === "not_joined" || code === "deprecated") return "nobody";
  switch (gate.kind) {
    case "files":
      return "archive";
    case "identity":
    case "country":
      return "holder";
    case "qualification":
      return gate.holder === "person" ? "holder" : "us";
    case "approval":
      return gate.decidedBy === "self" ? "holder" : applicant(at);
    default:
      return "us";
  }
}

/** Who asks for an approval: the lead; where nobody need be named, each for themselves. */
function applicant({ facts, track, day }: At): Party {
  if (track?.personId || !facts.gates.some(({ kind }) => kind === "named")) return "holder";
  const lead = track?.lead ?? null;
  const isHere = lead !== null && lead.from <= day && (lead.before === null || day < lead.before);
  return isHere ? "pi" : "us";
}

function personFor(gate: Gate, party: Party, { facts, track }: At): string | null {
  const ownerId = track?.request?.ownerId ?? null;
  switch (party) {
    case "holder":
      return facts.person.id;
    case "pi":
      return track?.lead?.id ?? ownerId;
    case "us":
      return isOfRequest(gate) ? ownerId : null;
    default:
      return null;
  }
}

function isOfRequest({ kind }: Gate): boolean {
  return kind === "approval" || kind === "agreement" || kind === "named";
}

function placeFor(gate: Gate, at: At): Place {
  const { facts, unitId } = at;
  if (gate.kind === "files") return { kind: "unit", unitId };
  if (gate.kind === "qualification" && gate.holder === "institution")
    return { kind: "institution" };
  return isOfRequest(gate) ? wayIn(gate, at) : { kind: "person", id: facts.person.id };
}

/** What is open already is gone on with: the agreement, the request; else a new request. */
function wayIn({ kind }: Gate, { track, unitId }: At): Place {
  const agreement: Place | null = track?.agreementId
    ? { kind: "agreement", id: track.agreementId }
    : null;
  if (kind === "agreement" && agreement) return agreement;
  if (track?.request) return { kind: "request", number: track.request.number };
  return (kind === "named" && agreement) || { kind: "newRequest", unitId };
}
