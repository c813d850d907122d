import { agreedOn, signatureClaim } from "../agreements/claims";
import { addDays, type Day } from "../dates/day";
import type { Claim } from "../readiness/facts";
import type { LinkedAgreement } from "./access-agreements";
import type { GrantRow } from "./access-items";

/** What grants of one unit mean beyond their own columns. */
export interface GrantMeaning {
  /** Days for which having seen an approval at the archive is recent; null: no matter. */
  confirmEveryDays: number | null;
  /** The paper that proves a grant where the signature, not the grant, carries it. */
  proofs: ReadonlyMap<string, string>;
  /** Signatures that are approvals, by grant. */
  signatures: ReadonlyMap<string, GrantSignature>;
}

export interface GrantSignature {
  signature: LinkedAgreement["signatures"][number];
  agreement: LinkedAgreement;
}

/** What it means that a grant of this item was ended by a step. */
export type EndOf = (endedBy: string | null) => NonNullable<Claim["end"]>;

/** `endedBy` of a grant that the next one of its item took over from. */
const RENEWED = "renewed";

/**
 * The grants of one item as facts. One that was renewed before its time holds until the next one
 * begins, so that renewing early never opens a gap.
 * @param agreements that may stand behind them
 */
export function grantClaims(
  grants: readonly GrantRow[],
  agreements: readonly LinkedAgreement[],
  meaning: GrantMeaning,
  endOf: EndOf,
): Claim[] {
  const inOrder =
    grants.length < 2 ? grants : grants.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return inOrder.map((grant, at) => {
    const claim = claimOf(grant, inOrder[at + 1], agreements, meaning, endOf);
    const signed = meaning.signatures.get(grant.id);
    if (!signed) return claim;
    return { ...signatureClaim(signed.signature, signed.agreement, claim), ref: claim.ref };
  });
}

/** Ids are made in order of time, which tells two decisions of one day apart. */
function key({ decidedOn, id }: GrantRow): string {
  return `${decidedOn} ${id}`;
}

function claimOf(
  grant: GrantRow,
  next: GrantRow | undefined,
  agreements: readonly LinkedAgreement[],
  { confirmEveryDays, proofs }: GrantMeaning,
  endOf: EndOf,
): Claim {
  const { before, end, settled } = timeOf(grant, next, endOf);
  const claim: Claim = {
    ref: { kind: "grant", id: grant.id },
    from: grant.startsOn,
    before,
    end,
    proof: grant.documentId ?? proofs.get(grant.id) ?? null,
    agreedOn: agreements.length > 0 ? agreedOn(grant.decidedOn, agreements) : grant.decidedOn,
  };
  if (settled) claim.settled = settled;
  if (grant.confirmedOn !== null && confirmEveryDays !== null) {
    const until = addDays(grant.confirmedOn, confirmEveryDays);
    claim.confirmed = { on: grant.confirmedOn, until };
  }
  return claim;
}

/** The first day on which the grant holds no more; on the same day what somebody did names it. */
function timeOf(
  grant: GrantRow,
  next: GrantRow | undefined,
  endOf: EndOf,
): Pick<Claim, "before" | "end" | "settled"> {
  const { endsOn, endedOn, endedBy } = grant;
  const clock = endsOn === null ? null : addDays(endsOn, 1);
  const isRenewed = endedBy === RENEWED;
  const ended = endedOn !== null && isRenewed && next ? later(endedOn, next.startsOn) : endedOn;
  if (ended !== null && (clock === null || ended <= clock)) {
    return { before: ended, end: isRenewed ? "replaced" : endOf(endedBy) };
  }
  const as = ended === null || isRenewed ? null : endOf(endedBy);
  return {
    before: clock,
    end: clock === null ? null : "clock",
    ...(ended !== null && (as === "closed" || as === "revoked") && { settled: { on: ended, as } }),
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
