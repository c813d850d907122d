import type { Prisma } from "@/prisma/client/client";
import type { IdentityScheme } from "../archives/qualification";
import { type Day, dayFromColumn, dayOf, dayToColumn } from "../dates/day";
import { type ProofDocument, proofOf } from "../documents/document";
import { AppError, invalid, notFound } from "../errors";
import type { IdentityRow } from "../people/claims";
import {
  type IdentityFacts,
  type RecordIdentity,
  type RemoveIdentity,
  readIdentity,
  type UpdateIdentity,
} from "../people/identity-forms";
import { schemeById } from "../people/schemes";
import type { Member } from "../team/actor";
import { authorise, authoriseFor } from "../team/permissions";
import { latestDay } from "../team/today";
import { once } from "./commands";
import { record } from "./events";
import { PROOF } from "./proof-columns";
import { requireProof } from "./proofs";
import { inTeam, type Tx } from "./transaction";

/** An account of a person, as its page shows it. */
export interface IdentityRecord extends IdentityRow {
  personId: string;
  scheme: string;
  value: string;
  version: number;
  document: ProofDocument | null;
}

const COLUMNS = {
  ...{ id: true, personId: true, scheme: true, value: true, verifiedOn: true, endsOn: true },
  ...{ documentId: true, version: true, createdAt: true },
  document: { select: PROOF },
  person: { select: { name: true } },
} as const;
type StoredIdentity = Prisma.IdentityGetPayload<{ select: typeof COLUMNS }>;

/** The accounts of a person, oldest first. Throws NOT_FOUND for somebody who is not of the team. */
export async function listIdentities(actor: Member, personId: string): Promise<IdentityRecord[]> {
  authorise(actor, "person.read");
  return inTeam(actor, async (tx) => {
    await nameOf(tx, actor, personId);
    const stored = await tx.identity.findMany({
      where: { teamId: actor.teamId, personId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: 200,
      select: COLUMNS,
    });
    return stored.map(asRecord);
  });
}

/**
 * Records an account of a person. Members record their own.
 * @throws AppError INVALID at `scheme`, `identity.<field>` or `documentId`: also when the account
 *   belongs to somebody, whom the sentence names; FORBIDDEN, NOT_FOUND
 */
export async function recordIdentity(
  actor: Member,
  input: RecordIdentity,
): Promise<{ id: string }> {
  authorise(actor, "identity.record");
  const { teamId } = actor;
  const { personId, documentId } = input;
  return inTeam(actor, async (tx) => {
    const name = await nameOf(tx, actor, personId);
    authoriseFor(actor, "identity.record", personId);
    const scheme = requireScheme(input.scheme);
    return once(tx, actor, input.commandId, async () => {
      const facts = readFacts(actor, scheme, input.identity);
      await refuseSecond(tx, actor, scheme, facts.key, null);
      if (documentId) await requireProof(tx, actor, documentId);
      const { id } = await tx.identity.create({
        data: {
          ...{ teamId, personId, scheme: scheme.id, documentId, createdAt: actor.now },
          ...columns(facts),
        },
        select: { id: true },
      });
      await tell(tx, actor, "identity.recorded", { id, personId, name }, scheme.name, facts);
      return { id };
    });
  });
}

/**
 * Changes an account: its spelling, the day on which it was verified, its last day.
 * @throws AppError CONFLICT with the stored one in `details.current` when somebody saved in
 *   between, and as `recordIdentity`
 */
export async function updateIdentity(actor: Member, input: UpdateIdentity): Promise<void> {
  authorise(actor, "identity.record");
  const { id, version } = input;
  await inTeam(actor, async (tx) => {
    const stored = await requireIdentity(tx, actor, input);
    authoriseFor(actor, "identity.record", stored.personId);
    const scheme = requireScheme(stored.scheme);
    const facts = readFacts(actor, scheme, input.identity);
    await refuseSecond(tx, actor, scheme, facts.key, id);
    const { count } = await tx.identity.updateMany({
      where: { id, teamId: actor.teamId, version },
      data: { ...columns(facts), version: { increment: 1 } },
    });
    if (count === 0) throw stale(await requireIdentity(tx, actor, { id }));
    const was = asRecord(stored);
    await tell(tx, actor, "identity.updated", subject(stored), scheme.name, facts, {
      was: { value: was.value, verifiedOn: was.verifiedOn, endsOn: was.endsOn },
    });
  });
}

/**
 * Takes an account off a person; what it was stays in the history.
 * @throws AppError CONFLICT as `updateIdentity`, FORBIDDEN, NOT_FOUND
 */
export async function removeIdentity(actor: Member, input: RemoveIdentity): Promise<void> {
  authorise(actor, "identity.record");
  const { id, version } = input;
  await inTeam(actor, async (tx) => {
    const stored = await requireIdentity(tx, actor, input);
    authoriseFor(actor, "identity.record", stored.personId);
    const { count } = await tx.identity.deleteMany({
      where: { id, teamId: actor.teamId, version },
    });
    if (count === 0) throw stale(await requireIdentity(tx, actor, { id }));
    const { value, verifiedOn, endsOn, documentId } = asRecord(stored);
    const label = schemeById(stored.scheme)?.name ?? stored.scheme;
    await tell(
      tx,
      actor,
      "identity.removed",
      subject(stored),
      label,
      { value, verifiedOn, endsOn },
      {
        documentId,
      },
    );
  });
}

function asRecord({ person: _person, createdAt, document, ...stored }: StoredIdentity) {
  return {
    ...stored,
    recordedOn: dayOf(createdAt, "UTC"),
    verifiedOn: stored.verifiedOn && dayFromColumn(stored.verifiedOn),
    endsOn: stored.endsOn && dayFromColumn(stored.endsOn),
    document: proofOf(document),
  };
}

function subject({ id, personId, person }: StoredIdentity): Subject {
  return { id, personId, name: person.name };
}

function requireScheme(id: string): IdentityScheme {
  const scheme = schemeById(id);
  if (!scheme) throw invalid("scheme", "There is no such kind of account; load the page again.");
  return scheme;
}

function readFacts(
  actor: Member,
  scheme: IdentityScheme,
  typed: RecordIdentity["identity"],
): IdentityFacts {
  const read = readIdentity(scheme, typed, latestDay(actor));
  if (!read.ok) throw invalid(`identity.${read.field}`, read.message);
  return read.facts;
}

function columns({ value, key, verifiedOn, endsOn }: IdentityFacts) {
  return {
    ...{ value, key },
    verifiedOn: verifiedOn && dayToColumn(verifiedOn),
    endsOn: endsOn && dayToColumn(endsOn),
  };
}

async function nameOf(tx: Tx, { teamId }: Member, id: string): Promise<string> {
  const person = await tx.person.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { name: true },
  });
  if (!person) throw notFound("person");
  return person.name;
}

async function requireIdentity(
  tx: Tx,
  { teamId }: Member,
  { id, version }: { id: string; version?: number },
): Promise<StoredIdentity> {
  const stored = await tx.identity.findUnique({
    where: { teamId_id: { teamId, id } },
    select: COLUMNS,
  });
  if (!stored) throw notFound("account");
  if (version !== undefined && version !== stored.version) throw stale(stored);
  return stored;
}

/** One account belongs to one person. Two that come at once wait for each other here. */
async function refuseSecond(
  tx: Tx,
  { teamId }: Member,
  { id: scheme, name }: IdentityScheme,
  key: string,
  except: string | null,
): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${teamId} ${scheme} ${key}`}, 0))`;
  const other = await tx.identity.findUnique({
    where: { teamId_scheme_key: { teamId, scheme, key } },
    select: { id: true, person: { select: { name: true } } },
  });
  if (!other || other.id === except) return;
  throw invalid(
    "identity.value",
    `This ${name} is recorded for ${other.person.name} already; one account belongs to one person.`,
  );
}

function stale(stored: StoredIdentity): AppError {
  return new AppError(
    "CONFLICT",
    "Somebody changed this account while you were writing. Your text is still here: compare, then save again.",
    { details: { current: asRecord(stored) } },
  );
}

interface Subject {
  id: string;
  personId: string;
  name: string;
}

async function tell(
  tx: Tx,
  actor: Member,
  action: string,
  { id, personId, name }: Subject,
  label: string,
  { value, verifiedOn, endsOn }: { value: string; verifiedOn: Day | null; endsOn: Day | null },
  more: Prisma.InputJsonObject = {},
): Promise<void> {
  await record(tx, actor, {
    ...{ action, subjectType: "identity", subjectId: id },
    data: { name: label, persons: [name], personId, value, verifiedOn, endsOn, ...more },
  });
}
