import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { functionsOf } from "../requests/draft";
import type { TeamActor } from "../team/actor";
import type { AccessScope, RequestRow } from "./access-rows";
import { withItems } from "./access-rows";
import { answersInForce } from "./round-forms";
import { lastApproved } from "./rounds";
import type { Tx } from "./transaction";

/**
 * The same requests with the people whom what was approved names. While an approval stands and the
 * form is being written or reviewed anew, it may name others already; they are covered, and those it
 * drops are covered no longer, once that is approved and not before.
 */
export async function withPeopleInForce(
  tx: Tx,
  actor: TeamActor,
  scope: AccessScope,
  requests: readonly RequestRow[],
): Promise<RequestRow[]> {
  const rewritten = await readRewritten(tx, actor, scope);
  if (rewritten.size === 0) return [...requests];
  const inForce: RequestRow[] = [];
  for (const request of requests) {
    const people = rewritten.has(request.id) ? await peopleOf(tx, actor, request) : null;
    inForce.push(people ? { ...request, people } : request);
  }
  return inForce;
}

/** The requests that have an approval while some of their items are written or reviewed. */
async function readRewritten(
  tx: Tx,
  { teamId }: TeamActor,
  scope: AccessScope,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select distinct i."requestId" as id from "RequestItem" i
      where i."teamId" = ${teamId}::uuid
        and i.status in ('draft', 'internal_signoff', 'submitted', 'in_review', 'changes_requested', 'rejected')
        and ${withItems(teamId, scope, 'i."requestId"')}
        and exists (select from "Grant" g where g."teamId" = i."teamId"
          and g."requestId" = i."requestId" and g."endedOn" is null)`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whom the last approved filing names, with what amendments changed since; null where nothing was filed here. */
async function peopleOf(
  tx: Tx,
  actor: TeamActor,
  { id, archive: code, lifecycle }: RequestRow,
): Promise<RequestRow["people"] | null> {
  const archive = archiveByCode(code);
  const filing = (await lastApproved(tx, actor, id))?.filed.at(-1);
  if (!archive || !filing) return null;
  const sections = archive.sections(lifecycle);
  const answers = await answersInForce(tx, actor, { id, sections }, filing);
  return functionsOf(sections, answers, filing.items);
}
