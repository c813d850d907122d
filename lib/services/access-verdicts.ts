import type { Gate } from "../archives/gate";
import { archiveByCode } from "../archives/index";
import type { Day } from "../dates/day";
import { type ProofDocument, proofOf } from "../documents/document";
import type { AccessCell, ShownUnit } from "../readiness/access-view";
import type { AccessFacts, PersonFacts } from "../readiness/facts";
import { sharedAnswers } from "../readiness/gate-state";
import { indexFacts, pairFacts, pairsOf } from "../readiness/pair";
import { readiness, statusOn } from "../readiness/readiness";
import { type AccessStatus, isOpen, type Verdict } from "../readiness/verdict";
import type { Member, TeamActor } from "../team/actor";
import { type AccessUnit, type LoadedFacts, loadTeamFacts } from "./access-facts";
import type { Tx } from "./transaction";

/** One pair with what is known of it and what follows from that. */
export interface Judged {
  unit: AccessUnit;
  facts: AccessFacts;
  verdict: Verdict;
  /** The team wants approvals of this archive to be looked up there again and again. */
  isLookedUp: boolean;
}

/**
 * Who may open what on a day. Lists, cells, pages and files all ask this one function, so that no
 * two of them can disagree.
 */
export function judge(
  team: LoadedFacts,
  on: Day,
): (person: PersonFacts, unit: AccessUnit) => Judged {
  const index = indexFacts(team);
  const shared = sharedAnswers(on);
  const looksUp = new Set(
    [...team.rules].flatMap(([archive, rules]) => (rules.confirmEveryDays ? [archive] : [])),
  );
  return (person, unit) => {
    const facts = pairFacts(index, person, unit);
    const isLookedUp = looksUp.has(unit.archive);
    return { unit, facts, verdict: readiness(facts, on, shared), isLookedUp };
  };
}

/**
 * The statuses of `judge` alone: the same decision, without the words that only some pages show. Unit
 * by unit, whose facts stay at hand for all people, which takes a third less time.
 */
export function judgeStatus(
  team: LoadedFacts,
  on: Day,
): (unit: AccessUnit) => (person: PersonFacts) => AccessStatus {
  const index = indexFacts(team);
  const shared = sharedAnswers(on);
  return (unit) => {
    const factsOf = pairsOf(index, unit);
    return (person) => statusOn(factsOf(person), on, shared);
  };
}

/** A unit as pages name it. */
export function shownUnit({ id, code, name, title, slug, archive }: AccessUnit): ShownUnit {
  const archiveName = archiveByCode(archive)?.name ?? archive;
  return { id, code, name, title, slug, archive, archiveName };
}

/** What a page needs beside a verdict; `proofs` by document id, as `readProofs` finds them. */
export interface Surroundings {
  on: Day;
  names: ReadonlyMap<string, string>;
  proofs: ReadonlyMap<string, ProofDocument>;
}

/** All that is said of one pair. */
export function cellOf(
  { unit, facts, verdict, isLookedUp }: Judged,
  { on, names, proofs }: Surroundings,
): AccessCell {
  const { id, name } = facts.person;
  const { status, until, endsBy, track } = verdict;
  return {
    person: { id, name },
    unit: shownUnit(unit),
    on,
    status,
    until,
    endsBy: endsBy && endOf(endsBy),
    reasons: verdict.reasons.map(({ gate, ...reason }) => ({
      ...reason,
      ...gateWords(gate),
      personName: reason.personId && (names.get(reason.personId) ?? null),
      otherVersions: reason.code === "other_version" ? facts.otherVersions : [],
    })),
    held: verdict.held.map(({ gate, claim }) => ({
      ...gateWords(gate),
      claim,
      proof: claim.proof === null ? null : (proofs.get(claim.proof) ?? null),
    })),
    seen: isLookedUp ? seenOf(verdict) : null,
    remarks: verdict.remarks.map(({ code, gate, on }) => ({ code, what: gate?.label ?? "", on })),
    request: track?.request?.number ?? null,
    agreementId: track?.agreementId ?? null,
  };
}

function endOf({ gate, claim }: NonNullable<Verdict["endsBy"]>): AccessCell["endsBy"] {
  const isHeld = gate.kind === "identity" || gate.kind === "qualification";
  return {
    what: gate.label,
    ...(claim?.clock !== undefined && { clock: claim.clock }),
    ...(claim === null && (isHeld || gate.kind === "country") && { begins: true as const }),
  };
}

function seenOf({ held }: Verdict): AccessCell["seen"] {
  const grant = held.find(({ claim }) => claim.ref.kind === "grant")?.claim;
  return grant ? { grantId: grant.ref.id, on: grant.confirmed?.on ?? null } : null;
}

function gateWords(gate: Gate) {
  const { label: what, kind, source } = gate;
  return { what, kind, source, asks: askedOfPerson(gate) };
}

function askedOfPerson(gate: Gate): string | null {
  if (gate.kind === "identity") return gate.scheme;
  return gate.kind === "qualification" && gate.holder === "person" ? gate.type : null;
}

/** The documents that verdicts rest on, deleted ones with who took them away and why. */
export async function readProofs(
  tx: Tx,
  actor: Member,
  judged: readonly Judged[],
): Promise<ReadonlyMap<string, ProofDocument>> {
  const ids = judged.flatMap(({ verdict }) =>
    verdict.held.flatMap(({ claim }) => claim.proof ?? []),
  );
  if (ids.length === 0) return new Map();
  const documents = await tx.document.findMany({
    where: { teamId: actor.teamId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, deletedAt: true, deletedBy: true, deletedWhy: true },
  });
  return new Map(
    documents.flatMap((document) => {
      const proof = proofOf(document);
      return proof ? [[document.id, proof] as const] : [];
    }),
  );
}

/**
 * Who may open units, as far as the team knows: asked for a unit and a day, the names of those who
 * may open it then.
 */
export async function openersOf(
  tx: Tx,
  actor: TeamActor,
  unitIds: readonly string[],
): Promise<(unitId: string, on: Day) => readonly string[]> {
  const facts = await loadTeamFacts(tx, actor, { units: unitIds });
  const units = new Map(facts.units.map((unit) => [unit.id, unit]));
  const statuses = new Map<Day, ReturnType<typeof judgeStatus>>();
  const known = new Map<string, readonly string[]>();
  return (unitId, on) => {
    const found = known.get(`${on} ${unitId}`);
    if (found) return found;
    const statusOf = statuses.get(on) ?? judgeStatus(facts, on);
    statuses.set(on, statusOf);
    const unit = units.get(unitId);
    const statusFor = unit && statusOf(unit);
    const names = facts.people
      .filter((person) => statusFor && isOpen({ status: statusFor(person) }))
      .map(({ name }) => name);
    known.set(`${on} ${unitId}`, names);
    return names;
  };
}
