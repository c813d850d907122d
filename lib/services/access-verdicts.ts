import type { Gate } from "../archives/gate";
import { archiveByCode } from "../archives/index";
import { type Day, dayOf } from "../dates/day";
import type { AccessCell, ShownProof, ShownUnit } from "../readiness/access-view";
import type { AccessFacts, PersonFacts } from "../readiness/facts";
import { indexFacts, pairFacts } from "../readiness/pair";
import { readiness } from "../readiness/readiness";
import type { Verdict } from "../readiness/verdict";
import type { Member } from "../team/actor";
import type { AccessUnit, LoadedFacts } from "./access-facts";
import type { Tx } from "./transaction";

/** One pair with what is known of it and what follows from that. */
export interface Judged {
  unit: AccessUnit;
  facts: AccessFacts;
  verdict: Verdict;
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
  return (person, unit) => {
    const facts = pairFacts(index, person, unit);
    return { unit, facts, verdict: readiness(facts, on) };
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
  proofs: ReadonlyMap<string, ShownProof>;
}

/** All that is said of one pair. */
export function cellOf(
  { unit, facts, verdict }: Judged,
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
    endsBy: endsBy && {
      what: endsBy.gate.label,
      ...(endsBy.claim?.clock !== undefined && { clock: endsBy.claim.clock }),
    },
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
    remarks: verdict.remarks.map(({ code, gate, on }) => ({ code, what: gate?.label ?? "", on })),
    request: track?.request?.number ?? null,
    agreementId: track?.agreementId ?? null,
  };
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
): Promise<ReadonlyMap<string, ShownProof>> {
  const ids = judged.flatMap(({ verdict }) =>
    verdict.held.flatMap(({ claim }) => claim.proof ?? []),
  );
  if (ids.length === 0) return new Map();
  const documents = await tx.document.findMany({
    where: { teamId: actor.teamId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, deletedAt: true, deletedBy: true, deletedWhy: true },
  });
  return new Map(
    documents.map(({ id, name, deletedAt, deletedBy, deletedWhy }) => [
      id,
      {
        id,
        name,
        deleted: deletedAt && {
          on: dayOf(deletedAt, "UTC"),
          by: deletedBy ?? "",
          why: deletedWhy ?? "",
        },
      },
    ]),
  );
}
