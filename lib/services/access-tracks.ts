import { agreementClaim, agreementPending, signatureClaim } from "../agreements/claims";
import type { Gate } from "../archives/gate";
import type { ReviewStatus } from "../archives/lifecycle";
import type { Claim, Holding, Pending, Track } from "../readiness/facts";
import type { LinkedAgreement } from "./access-agreements";
import type { GrantRow, ItemRow } from "./access-items";
import { leadOf, NOBODY, namings } from "./access-namings";
import type { PersonRow, RequestRow } from "./access-rows";
import { type EndOf, type GrantMeaning, type GrantSignature, grantClaims } from "./grant-claims";

/** What the tracks to one unit are put together from. */
export interface UnitRecords {
  /** Where access is personal each person has a track of their own. */
  isPersonal: boolean;
  /** Of the unit, under the team's settings. */
  gates: readonly Gate[];
  /** Days for which having seen an approval at the archive is recent; null: no matter. */
  confirmEveryDays: number | null;
  items: readonly ItemRow[];
  agreements: readonly LinkedAgreement[];
}

/** A request with what its archive says of its steps. */
export interface KnownRequest extends RequestRow {
  stepOf(step: string): { label: string; waitingOn: Pending["waitingOn"] };
  endOf: EndOf;
}

/** What all units have in common. */
export interface TeamRecords {
  requests: ReadonlyMap<string, KnownRequest>;
  people: ReadonlyMap<string, PersonRow>;
  /** The paper that proves a grant where the signature, not the grant, carries it. */
  proofs: ReadonlyMap<string, string>;
}

interface Unit extends UnitRecords, GrantMeaning {
  team: TeamRecords;
  /** Those that stand behind approvals: a minor version agrees to nothing anew. */
  agreed: readonly LinkedAgreement[];
}

const NOTHING_HELD: Holding = { claims: [], pending: null };
const NO_SIGNED: readonly SignedClaim[] = [];

/** The ways to one unit: by each request, per person where access is personal, and by agreements alone. */
export function tracksOf(records: UnitRecords, team: TeamRecords): Track[] {
  const { agreements, items, isPersonal } = records;
  const unit: Unit = {
    ...records,
    team,
    proofs: team.proofs,
    signatures: signaturesOfGrants(agreements),
    agreed: agreements.filter(({ change }) => change !== "minor"),
  };
  const apart = signedApart(unit);
  const groups = Map.groupBy(items, (item) =>
    isPersonal ? (item.personId ?? "") : item.requestId,
  );
  const tracks: Track[] = [];
  for (const [key, group] of groups) {
    tracks.push(
      isPersonal ? ownTrack(unit, group, apart.get(key) ?? NO_SIGNED) : sharedTrack(unit, group),
    );
  }
  for (const [personId, signed] of apart) {
    if (!groups.has(personId)) tracks.push(signatureTrack(personId, signed));
  }
  tracks.push(...agreementTracks(unit));
  return tracks;
}

/** One person's way to the unit, whatever number of requests they made for it. */
function ownTrack(unit: Unit, items: readonly ItemRow[], apart: readonly SignedClaim[]): Track {
  const { request, approval } = asked(unit, items, unit.agreed);
  const [first] = items;
  return {
    request: request ? nameOf(request) : null,
    agreementId: agreementOf(unit, approval.claims) ?? apart.at(-1)?.agreementId ?? null,
    personId: first?.personId ?? null,
    approval:
      apart.length === 0
        ? approval
        : {
            ...approval,
            claims: inOrder([...approval.claims, ...apart.map(({ claim }) => claim)]),
          },
    agreement: NOTHING_HELD,
    people: NOBODY,
    lead: null,
  };
}

/** The agreement whose signature is the last of these approvals. */
function agreementOf(unit: Unit, claims: readonly Claim[]): string | undefined {
  const last = claims.at(-1);
  return last && unit.signatures.get(last.ref.id)?.agreement.id;
}

/** The way by one request, for everybody whom it or its agreement names. */
function sharedTrack(unit: Unit, items: readonly ItemRow[]): Track {
  const requestId = items[0]?.requestId;
  const isBehind = (each: LinkedAgreement) =>
    each.requestId === null || each.requestId === requestId;
  const agreements = unit.agreements.filter(isBehind);
  const { request, approval } = asked(unit, items, unit.agreed.filter(isBehind));
  const people = namings(request?.people ?? [], agreements);
  return {
    request: request ? nameOf(request) : null,
    agreementId: agreements.at(-1)?.id ?? null,
    personId: null,
    approval,
    agreement: agreementHolding(agreements, approval.pending),
    people,
    lead: leadOf(unit.gates, unit.team.people, people),
  };
}

function nameOf({ id, number, ownerId }: RequestRow): Track["request"] {
  return { id, number, ownerId };
}

/** What was asked for and granted, and the request that goes on with it. */
function asked(
  unit: Unit,
  items: readonly ItemRow[],
  agreements: readonly LinkedAgreement[],
): { request: KnownRequest | undefined; approval: Holding } {
  const { requests } = unit.team;
  const waiting = latestWaiting(items);
  const current = waiting ?? latestGranted(items) ?? items[0];
  const request = current && requests.get(current.requestId);
  const claims: Claim[] = [];
  for (const rows of byRequest(items)) {
    const endOf = requests.get(rows[0]?.requestId ?? "")?.endOf;
    if (endOf) claims.push(...grantClaims(grantsOf(rows), agreements, unit, endOf));
  }
  const pending = waiting?.standing && request ? pendingOf(request, waiting.standing) : null;
  return { request, approval: { claims: inOrder(claims), pending } };
}

function byRequest(items: readonly ItemRow[]): (readonly ItemRow[])[] {
  if (items.length === 1) return [items];
  return [...Map.groupBy(items, ({ requestId }) => requestId).values()];
}

function grantsOf(items: readonly ItemRow[]): GrantRow[] {
  const grants: GrantRow[] = [];
  for (const { grant } of items) if (grant) grants.push(grant);
  return grants;
}

function latestGranted(items: readonly ItemRow[]): ItemRow | undefined {
  let latest: ItemRow | undefined;
  for (const item of items) {
    if (item.grant && item.grant.startsOn >= (latest?.grant?.startsOn ?? "")) latest = item;
  }
  return latest;
}

function signaturesOfGrants(agreements: readonly LinkedAgreement[]): GrantMeaning["signatures"] {
  const signed = new Map<string, GrantSignature>();
  for (const agreement of agreements) {
    for (const signature of agreement.signatures) {
      if (signature.grantId !== null) signed.set(signature.grantId, { signature, agreement });
    }
  }
  return signed;
}

const WAITING: ReadonlySet<ReviewStatus> = new Set([
  "draft",
  "internal_signoff",
  "submitted",
  "in_review",
  "changes_requested",
  "rejected",
]);

/** What is under way, newest first; what was refused only where nothing else is. */
function latestWaiting(items: readonly ItemRow[]): ItemRow | undefined {
  let latest: ItemRow | undefined;
  for (const item of items) {
    if (item.standing && WAITING.has(item.standing.status) && isNewer(item, latest)) latest = item;
  }
  return latest;
}

function isNewer(item: ItemRow, latest: ItemRow | undefined): boolean {
  const [a, b] = [item.standing, latest?.standing];
  if (!a || !b) return true;
  const isRefused = a.status === "rejected";
  return isRefused === (b.status === "rejected") ? a.since > b.since : !isRefused;
}

function pendingOf(request: KnownRequest, standing: NonNullable<ItemRow["standing"]>): Pending {
  const { label, waitingOn } = request.stepOf(standing.step);
  const { id, status, since } = standing;
  return { ref: { kind: "item", id }, status, label, waitingOn, since };
}

/** While the papers are on their way, so is the agreement that comes with them. */
function agreementHolding(
  agreements: readonly LinkedAgreement[],
  applied: Pending | null,
): Holding {
  const claims = agreements.map(agreementClaim).filter((claim) => claim !== null);
  const pending = agreements.map(agreementPending).find((each) => each !== null);
  return { claims: inOrder(claims), pending: pending ?? (claims.length > 0 ? null : applied) };
}

interface SignedClaim {
  agreementId: string;
  claim: Claim;
}

/** Signatures that are approvals without a grant, by who signed; none where the archive decides. */
function signedApart(unit: Unit): ReadonlyMap<string, SignedClaim[]> {
  const approval = unit.gates.find((gate) => gate.kind === "approval");
  if (!unit.isPersonal || approval?.decidedBy !== "self") return new Map();
  const signed = unit.agreements.flatMap((agreement) =>
    agreement.signatures
      .filter(({ grantId }) => grantId === null)
      .flatMap((signature) =>
        signature.personId === null
          ? []
          : [
              {
                personId: signature.personId,
                agreementId: agreement.id,
                claim: signatureClaim(signature, agreement, null),
              },
            ],
      ),
  );
  return Map.groupBy(signed, ({ personId }) => personId);
}

function signatureTrack(personId: string, signed: readonly SignedClaim[]): Track {
  return {
    request: null,
    agreementId: signed.at(-1)?.agreementId ?? null,
    personId,
    approval: { claims: inOrder(signed.map(({ claim }) => claim)), pending: null },
    agreement: NOTHING_HELD,
    people: NOBODY,
    lead: null,
  };
}

/** Agreements that no request brought, where no request leads to the unit either. */
function agreementTracks(unit: Unit): Track[] {
  if (unit.isPersonal || unit.items.length > 0) return [];
  const alone = unit.agreements.filter(({ requestId }) => requestId === null);
  const newest = alone.at(-1);
  if (!newest) return [];
  const people = namings([], alone);
  return [
    {
      request: null,
      agreementId: newest.id,
      personId: null,
      approval: NOTHING_HELD,
      agreement: agreementHolding(alone, null),
      people,
      lead: leadOf(unit.gates, unit.team.people, people),
    },
  ];
}

function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return claims.length < 2 ? claims : claims.toSorted((a, b) => compare(a.from, b.from));
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
