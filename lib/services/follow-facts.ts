import type { Prisma } from "@/prisma/client/client";
import type { Matter } from "../obligations/standing";
import { SETTLED } from "../requests/settled";
import type { TeamActor } from "../team/actor";
import { followAgreements } from "./standing-agreements";
import { followInstitution, followPeople } from "./standing-people";
import { followRequests } from "./standing-requests";
import { type Touched, takeTouched, touch } from "./touched";
import type { Tx } from "./tx";

/**
 * Makes the standing duties of all that a transaction has touched follow from its facts. Every
 * transaction ends with it; a service calls it by itself only where it must see what follows.
 */
export async function followFacts(tx: Tx): Promise<void> {
  const touched = takeTouched(tx);
  if (!touched) return;
  const { actor } = touched;
  await touchHolders(tx, touched);
  const ids = (kind: Exclude<Matter["kind"], "institution">) =>
    [...touched.matters.values()].flatMap((matter) => (matter.kind === kind ? matter.id : []));
  const [people, requests] = [ids("person"), ids("request")];
  const agreements = await withConnected(tx, actor, ids("agreement"), people, requests);
  if (people.length > 0) await followPeople(tx, actor, people);
  if ([...touched.matters.values()].some(({ kind }) => kind === "institution")) {
    await followInstitution(tx, actor);
  }
  if (requests.length > 0) await followRequests(tx, actor, requests);
  if (agreements.length > 0) await followAgreements(tx, actor, agreements);
  // What was opened and closed here touched its own matter, which has been seen to.
  takeTouched(tx);
}

/**
 * A qualification is its holder's, also where its request came to its end; one that is gone was
 * touched with whoever held it.
 */
async function touchHolders(tx: Tx, { actor, qualificationIds, matters }: Touched): Promise<void> {
  const requestIds = [...matters.values()].flatMap((matter) =>
    matter.kind === "request" ? matter.id : [],
  );
  if (qualificationIds.size + requestIds.length === 0) return;
  const rows = await tx.qualification.findMany({
    where: {
      teamId: actor.teamId,
      OR: [{ id: { in: [...qualificationIds] } }, { requestId: { in: requestIds } }],
    },
    select: { personId: true },
    distinct: ["personId"],
  });
  for (const { personId } of rows) {
    touch(
      tx,
      actor,
      personId === null ? { kind: "institution" } : { kind: "person", id: personId },
    );
  }
  for (const [prefix, matter] of takeTouched(tx)?.matters ?? []) matters.set(prefix, matter);
}

/** Of a request that is over, an agreement may still stand for what these requests have. */
function covering(requests: readonly string[]): Prisma.AgreementWhereInput {
  return {
    request: { status: { in: [...SETTLED] } },
    units: { some: { unit: { items: { some: { requestId: { in: [...requests] } } } } } },
  };
}

/**
 * Agreements with those that facts of others decide about: the version before, the agreements of a
 * request, and new texts that somebody must sign who signed the one before.
 */
async function withConnected(
  tx: Tx,
  { teamId }: TeamActor,
  ids: readonly string[],
  people: readonly string[],
  requests: readonly string[],
): Promise<string[]> {
  if (ids.length + people.length + requests.length === 0) return [];
  const signed = { signatures: { some: { personId: { in: [...people] } } } };
  const found = await tx.agreement.findMany({
    where: {
      teamId,
      OR: [
        ...(ids.length > 0 ? [{ id: { in: [...ids] } }] : []),
        ...(ids.length > 0 ? [{ next: { some: { id: { in: [...ids] } } } }] : []),
        ...(people.length > 0 ? [{ replaces: signed }] : []),
        ...(requests.length > 0 ? [{ requestId: { in: [...requests] } }, covering(requests)] : []),
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return found.map(({ id }) => id);
}
