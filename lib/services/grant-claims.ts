import { agreedOn, signatureClaim } from "../agreements/claims";
import { addDays, type Day } from "../dates/day";
import type { Claim } from "../readiness/facts";
import type { ItemRow, LinkedAgreement } from "./access-rows";

/** What grants of one unit mean beyond their own columns. */
export interface GrantMeaning {
  /** Days for which having seen an approval at the archive is recent; null: no matter. */
  confirmEveryDays: number | null;
  /** The paper that proves a grant where the signature, not the grant, carries it. */
  proofs: ReadonlyMap<string, string>;
  /** Signatures that are approvals, by grant. */
  signatures: ReadonlyMap<string, GrantSignature>;
  /** What it means that a grant was ended by this step. */
  endOf(item: ItemRow): NonNullable<Claim["end"]>;
}

export interface GrantSignature {
  signature: LinkedAgreement["signatures"][number];
  agreement: LinkedAgreement;
}

/** `endedBy` of a grant that the next one of its item took over from. */
const RENEWED = "renewed";

/**
 * Grants as facts. One that was renewed before its time holds until the next one begins, so that
 * renewing early never opens a gap.
 * @param rows with a grant each, those of one item from the first to the last
 * @param agreements that may stand behind them
 */
export function grantClaims(
  rows: readonly ItemRow[],
  agreements: readonly LinkedAgreement[],
  meaning: GrantMeaning,
): Claim[] {
  const made = agreements.filter(({ change }) => change !== "minor");
  return rows.flatMap((row, index) => {
    if (row.grantId === null) return [];
    const next = rows[index + 1];
    const claim = claimOf(row, row.grantId, next?.id === row.id ? next : null, made, meaning);
    const signed = meaning.signatures.get(row.grantId);
    if (!signed) return [claim];
    return [{ ...signatureClaim(signed.signature, signed.agreement, claim), ref: claim.ref }];
  });
}

function claimOf(
  row: ItemRow,
  id: string,
  next: ItemRow | null,
  agreements: readonly LinkedAgreement[],
  meaning: GrantMeaning,
): Claim {
  const claim: Claim = {
    ref: { kind: "grant", id },
    from: row.startsOn,
    ...endOf(row, next, meaning),
    proof: row.documentId ?? meaning.proofs.get(id) ?? null,
    agreedOn: agreements.length > 0 ? agreedOn(row.decidedOn, agreements) : row.decidedOn,
  };
  const { confirmEveryDays } = meaning;
  if (row.confirmedOn !== null && confirmEveryDays !== null) {
    const until = addDays(row.confirmedOn, confirmEveryDays);
    claim.confirmed = { on: row.confirmedOn, until };
  }
  return claim;
}

/** The first day on which the grant holds no more; on the same day what somebody did names it. */
function endOf(
  row: ItemRow,
  next: ItemRow | null,
  meaning: GrantMeaning,
): Pick<Claim, "before" | "end"> {
  const clock = row.endsOn === null ? null : addDays(row.endsOn, 1);
  const ended = row.endedOn === null ? null : endedOn(row, row.endedOn, next);
  if (ended !== null && (clock === null || ended <= clock)) {
    return { before: ended, end: row.endedBy === RENEWED ? "replaced" : meaning.endOf(row) };
  }
  return { before: clock, end: clock === null ? null : "clock" };
}

function endedOn(row: ItemRow, day: Day, next: ItemRow | null): Day {
  const begins = row.endedBy === RENEWED && next ? next.startsOn : day;
  return begins > day ? begins : day;
}
