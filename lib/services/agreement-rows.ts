import type { Prisma } from "@/prisma/client/client";
import { type Linked, linkVersions } from "../agreements/version";
import { dayFromColumn } from "../dates/day";
import { proofOf } from "../documents/document";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import { PROOF } from "./proof-columns";
import type { Tx } from "./tx";

const ROW = {
  document: { select: PROOF },
  request: { select: { number: true, title: true } },
  units: {
    orderBy: { unit: { code: "asc" } },
    select: {
      unit: {
        select: {
          id: true,
          code: true,
          label: true,
          version: true,
          consentCode: true,
          dataset: { select: { slug: true, shortTitle: true } },
        },
      },
    },
  },
  people: {
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    include: { person: { select: { name: true } } },
  },
  signatures: {
    orderBy: [{ signedOn: "asc" }, { id: "asc" }],
    include: { person: { select: { name: true, endsOn: true } }, document: { select: PROOF } },
  },
} as const satisfies Prisma.AgreementInclude;

type Stored = Prisma.AgreementGetPayload<{ include: typeof ROW }>;
/** An agreement with everything that its page shows, linked with its other versions. */
export type LoadedAgreement = Linked<ReturnType<typeof withDays>>;

/** These agreements and all their versions, linked, by id. */
export async function loadVersions(
  tx: Tx,
  actor: Pick<Member, "teamId">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LoadedAgreement>> {
  const chained = await tx.agreement.findMany({
    where: { teamId: actor.teamId, replacesId: { not: null } },
    select: { id: true, replacesId: true },
  });
  const found = await tx.agreement.findMany({
    where: { teamId: actor.teamId, id: { in: [...withVersions(ids, chained)] } },
    include: ROW,
  });
  return linkVersions(found.map(withDays));
}

/** The ids with those of every version before and after them. */
function withVersions(
  ids: readonly string[],
  chained: readonly { id: string; replacesId: string | null }[],
): Set<string> {
  const near = new Map<string, string[]>();
  const link = (from: string, to: string) => near.set(from, [...(near.get(from) ?? []), to]);
  for (const { id, replacesId } of chained) {
    if (replacesId === null) continue;
    link(id, replacesId);
    link(replacesId, id);
  }
  const all = new Set(ids);
  for (const id of all) for (const other of near.get(id) ?? []) all.add(other);
  return all;
}

function withDays(row: Stored) {
  return {
    ...row,
    document: proofOf(row.document),
    textDate: row.textDate && dayFromColumn(row.textDate),
    startsOn: dayFromColumn(row.startsOn),
    endsOn: row.endsOn && dayFromColumn(row.endsOn),
    endedOn: row.endedOn && dayFromColumn(row.endedOn),
    people: row.people.map((named) => ({
      ...named,
      startsOn: dayFromColumn(named.startsOn),
      endsOn: named.endsOn && dayFromColumn(named.endsOn),
    })),
    signatures: row.signatures.map((signature) => ({
      ...signature,
      document: proofOf(signature.document),
      signedOn: dayFromColumn(signature.signedOn),
      leavesOn: signature.person?.endsOn ? dayFromColumn(signature.person.endsOn) : null,
    })),
  };
}

/**
 * One agreement with its versions, kept from other changes until this transaction ends, so that two
 * people who sign, name or replace at once wait for each other. Throws NOT_FOUND.
 */
export async function lockAgreement(tx: Tx, actor: Member, id: string): Promise<LoadedAgreement> {
  await tx.$queryRaw`select id from "Agreement"
    where id = ${id}::uuid and "teamId" = ${actor.teamId}::uuid for update`;
  const row = (await loadVersions(tx, actor, [id])).get(id);
  if (!row) throw notFound("agreement");
  return row;
}
