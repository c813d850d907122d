import type { NamedPerson } from "../archives/form";
import type { TeamActor } from "../team/actor";
import type { Tx } from "./transaction";

const NAMED = { id: true, name: true, email: true, rank: true, institution: true } as const;

/** The people of the team, as the rules of archives read them. */
export async function loadNamedPeople(tx: Tx, { teamId }: TeamActor): Promise<NamedPerson[]> {
  return tx.person.findMany({ where: { teamId }, select: NAMED });
}

/** One of them; null for nobody and for somebody of another team. */
export async function loadNamedPerson(
  tx: Tx,
  { teamId }: TeamActor,
  id: string | null,
): Promise<NamedPerson | null> {
  if (id === null) return null;
  return tx.person.findUnique({ where: { teamId_id: { teamId, id } }, select: NAMED });
}
