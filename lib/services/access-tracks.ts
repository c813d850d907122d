import {
  agreementClaim,
  agreementNaming,
  agreementPending,
  signatureClaim,
} from "../agreements/claims";
import type { PersonFunction, ReviewStatus } from "../archives/archive";
import type { Gate } from "../archives/gate";
import { addDays } from "../dates/day";
import type { Claim, Holding, Naming, Pending, Track } from "../readiness/facts";
import type { ItemRow, LinkedAgreement, PersonRow, RequestRow } from "./access-rows";
import { type GrantMeaning, type GrantSignature, grantClaims } from "./grant-claims";

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

/** What all units have in common. */
export interface TeamRecords {
  requests: ReadonlyMap<string, RequestRow>;
  people: ReadonlyMap<string, PersonRow>;
  /** The paper that proves a grant where the signature, not the grant, carries it. */
  proofs: ReadonlyMap<string, string>;
  stepOf(request: RequestRow, step: string): { label: string; waitingOn: Pending["waitingOn"] };
  endOf(item: ItemRow): NonNullable<Claim["end"]>;
}

type Signatures = GrantMeaning["signatures"];

/** The ways to one unit: by each request, per person where access is personal, and by agreements alone. */
export function tracksOf(unit: UnitRecords, team: TeamRecords): Track[] {
  const groups = Map.groupBy(unit.items, (item) =>
    unit.isPersonal ? (item.personId ?? "") : item.requestId,
  );
  const apart = signedApart(unit);
  const signatures = signaturesOfGrants(unit.agreements);
  const byRequest = [...groups].map(([key, items]) =>
    requestTrack(unit, team, items, { signatures, apart: apart.get(key) ?? [] }),
  );
  const alone = [...apart].filter(([personId]) => !groups.has(personId));
  const bySignature = alone.map(([personId, claims]) => signatureTrack(personId, claims));
  return [...byRequest, ...bySignature, ...agreementTracks(unit, team)];
}

function requestTrack(
  unit: UnitRecords,
  team: TeamRecords,
  items: readonly ItemRow[],
  signed: { signatures: Signatures; apart: readonly SignedClaim[] },
): Track {
  const grants = items.filter(({ grantId }) => grantId !== null);
  const waiting = latestWaiting(items);
  const request = requestOf(team, waiting ?? grants.at(-1) ?? items[0]);
  const agreements = unit.agreements.filter(
    ({ requestId }) => requestId === null || items.some((item) => item.requestId === requestId),
  );
  const people = namings(request?.people ?? [], agreements);
  const pending = waiting && request ? pendingOf(team, request, waiting) : null;
  const claims = [
    ...grantClaims(grants, agreements, meaningOf(unit, team, signed.signatures)),
    ...signed.apart.map(({ claim }) => claim),
  ];
  return {
    request: request ? { id: request.id, number: request.number, ownerId: request.ownerId } : null,
    agreementId: agreements.at(-1)?.id ?? null,
    personId: unit.isPersonal ? (items[0]?.personId ?? null) : null,
    approval: { claims: inOrder(claims), pending },
    agreement: agreementHolding(agreements, pending),
    people,
    lead: leadOf(unit, team, people),
  };
}

function meaningOf(unit: UnitRecords, team: TeamRecords, signatures: Signatures): GrantMeaning {
  return {
    confirmEveryDays: unit.confirmEveryDays,
    proofs: team.proofs,
    signatures,
    endOf: (item) => team.endOf(item),
  };
}

function signaturesOfGrants(agreements: readonly LinkedAgreement[]): Signatures {
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
  const [latest] = items
    .filter(({ status }) => WAITING.has(status))
    .toSorted(
      (a, b) =>
        Number(a.status === "rejected") - Number(b.status === "rejected") ||
        compare(b.stepSince, a.stepSince),
    );
  return latest;
}

function requestOf(team: TeamRecords, item: ItemRow | undefined): RequestRow | undefined {
  return item && team.requests.get(item.requestId);
}

function pendingOf(team: TeamRecords, request: RequestRow, item: ItemRow): Pending {
  const { label, waitingOn } = team.stepOf(request, item.step);
  const { id, status, stepSince: since } = item;
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

/**
 * Who is named in which function. An agreement that names somebody says from when to when; people
 * whom only the request names are named for as long as it stands.
 */
function namings(
  onRequest: RequestRow["people"],
  agreements: readonly LinkedAgreement[],
): ReadonlyMap<string, readonly Naming[]> {
  const named = new Map<string, Naming[]>();
  const add = (personId: string, naming: Naming) => {
    const all = named.get(personId);
    if (all) all.push(naming);
    else named.set(personId, [naming]);
  };
  for (const agreement of agreements) {
    for (const person of agreement.people) {
      add(person.personId, agreementNaming(person, agreement));
    }
  }
  const inAgreements = new Set(named.keys());
  for (const { personId, function: held } of onRequest) {
    if (inAgreements.has(personId)) continue;
    add(personId, { function: held as PersonFunction, from: null, before: null });
  }
  return named;
}

/** The holder of the function under whom everybody works; of several the one who stays longest. */
function leadOf(
  unit: UnitRecords,
  team: TeamRecords,
  people: ReadonlyMap<string, readonly Naming[]>,
): Track["lead"] {
  const under = unit.gates.find((gate) => gate.kind === "named")?.under;
  if (under === undefined) return null;
  const holders = [...people]
    .filter(([, all]) => all.some((naming) => naming.function === under))
    .flatMap(([id]) => team.people.get(id) ?? [])
    .toSorted((a, b) => compare(b.endsOn ?? "9999", a.endsOn ?? "9999"));
  const [first] = holders;
  if (!first) return null;
  const before = first.endsOn && addDays(first.endsOn, 1);
  return { id: first.id, from: first.startsOn, before };
}

interface SignedClaim {
  agreementId: string;
  claim: Claim;
}

/** Signatures that are approvals without a grant, by who signed; none where the archive decides. */
function signedApart(unit: UnitRecords): ReadonlyMap<string, SignedClaim[]> {
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
    agreement: { claims: [], pending: null },
    people: new Map(),
    lead: null,
  };
}

/** Agreements that no request brought, where no request leads to the unit either. */
function agreementTracks(unit: UnitRecords, team: TeamRecords): Track[] {
  if (unit.isPersonal || unit.items.length > 0) return [];
  const alone = unit.agreements.filter(({ requestId }) => requestId === null);
  const [newest] = alone.toReversed();
  if (!newest) return [];
  const people = namings([], alone);
  return [
    {
      request: null,
      agreementId: newest.id,
      personId: null,
      approval: { claims: [], pending: null },
      agreement: agreementHolding(alone, null),
      people,
      lead: leadOf(unit, team, people),
    },
  ];
}

function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return claims.length < 2 ? claims : claims.toSorted((a, b) => compare(a.from, b.from));
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
