import type { PersonFunction } from "../archives/lifecycle";
import { addDays, type Day } from "../dates/day";
import type { Claim, Naming, Pending } from "../readiness/facts";
import { phrase } from "../said/phrase";
import { bindsFrom, mustSignAgain } from "./signing";
import type { AgreementRow, SignatureRow } from "./version";

/** The first day on which something holds no longer, and what ended it. */
interface End {
  before: Day;
  end: NonNullable<Claim["end"]>;
}

/**
 * An agreement as a fact: from the day it binds, to its last day, the day somebody ended it, or the
 * start of its next version. Null while a version that must be signed again waits for a signature.
 */
export function agreementClaim(row: AgreementRow): Claim | null {
  const from = bindsFrom(row);
  if (from === null) return null;
  const next: End | null = row.next && { before: row.next.startsOn, end: "replaced" };
  const end = earliest(ownEnd(row), next);
  return {
    ref: { kind: "agreement", id: row.id },
    from,
    before: end?.before ?? null,
    end: end?.end ?? null,
    proof: row.documentId,
  };
}

/** A new version that lies with whoever must sign it again; null when it waits for nobody. */
export function agreementPending(row: AgreementRow): Pending | null {
  if (bindsFrom(row) !== null) return null;
  const isWithCommittee = mustSignAgain(row).every((who) => who.function === "committee");
  return {
    ref: { kind: "agreement", id: row.id },
    status: isWithCommittee ? "in_review" : "internal_signoff",
    label: phrase("To be signed again"),
    waitingOn: isWithCommittee ? "dac" : partyOf(mustSignAgain(row)),
    since: row.startsOn,
  };
}

/**
 * A signature as a fact. It lasts as the agreement does: over minor versions, up to the start of a
 * major one. One that is an approval (`grant`) holds no longer than that, and ends as it ends.
 */
export function signatureClaim(
  signature: Pick<SignatureRow, "id" | "signedOn" | "documentId">,
  agreement: AgreementRow,
  grant: Claim | null,
): Claim {
  const from = grant?.from ?? latest(signature.signedOn, agreement.startsOn);
  const approval: End | null =
    grant?.before && grant.end ? { before: grant.before, end: grant.end } : null;
  const end = earliest(approval, lineEnd(agreement));
  return {
    ...grant,
    ref: { kind: "signature", id: signature.id },
    from,
    before: end?.before ?? null,
    end: end?.end ?? null,
    proof: signature.documentId ?? grant?.proof ?? null,
    agreedOn: grant?.agreedOn ?? signature.signedOn,
  };
}

/** That an agreement names somebody, for as long as this version of it is the one in force. */
export function agreementNaming(
  named: { function: string; startsOn: Day; endsOn: Day | null },
  agreement: AgreementRow,
): Naming {
  const own = named.endsOn && addDays(named.endsOn, 1);
  const next = agreement.next?.startsOn ?? null;
  const before = own !== null && (next === null || own < next) ? own : next;
  return {
    function: named.function as PersonFunction,
    from: latest(named.startsOn, agreement.startsOn),
    before,
  };
}

/** The day of the agreement behind an approval: of the newest one made by the day it was decided. */
export function agreedOn(decidedOn: Day, agreements: readonly AgreementRow[]): Day {
  const days = agreements.map(({ startsOn }) => startsOn).filter((day) => day <= decidedOn);
  return days.toSorted().at(-1) ?? decidedOn;
}

function ownEnd({ endsOn, endedOn, endedBy }: AgreementRow): End | null {
  const clock: End | null = endsOn && { before: addDays(endsOn, 1), end: "clock" };
  const ended: End | null = endedOn && {
    before: endedOn,
    end: ENDED_BY[endedBy ?? ""] ?? "closed",
  };
  return earliest(ended, clock);
}

const ENDED_BY: Record<string, End["end"]> = { revoked: "revoked", renewed: "replaced" };

/** Where the text's signatures end: minor versions go on, a major one stops them. */
function lineEnd(row: AgreementRow): End | null {
  const { next } = row;
  const own = ownEnd(row);
  if (next === null) return own;
  if (next.change === "minor") {
    return own !== null && own.before < next.startsOn ? own : lineEnd(next);
  }
  return earliest(own, { before: next.startsOn, end: "replaced" });
}

/** The one that comes first; on the same day what somebody did outweighs what the clock did. */
function earliest(first: End | null, second: End | null): End | null {
  if (first === null || second === null) return first ?? second;
  return second.before < first.before ? second : first;
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function partyOf(waiting: readonly { function: string }[]): Pending["waitingOn"] {
  const offices = ["legal_representative", "signing_official", "pi"] as const;
  return offices.find((office) => waiting.some((who) => who.function === office)) ?? "us";
}
