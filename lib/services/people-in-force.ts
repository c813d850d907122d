import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { dayFromColumn } from "../dates/day";
import { functionsOf } from "../requests/draft";
import { approvedFilings } from "../requests/filing";
import { type NamedInRound, namedOverRounds } from "../requests/named-years";
import type { TeamActor } from "../team/actor";
import { type AccessScope, type RequestRow, withItems } from "./access-rows";
import { answersInForce } from "./round-forms";
import type { Tx } from "./transaction";

/**
 * The same requests with the people whom what was approved names, round by round. While the form is
 * being written or reviewed anew it may name others already: they are covered, and those it drops are
 * covered no longer, once that is approved and not before. Years that are over keep their people.
 */
export async function withPeopleInForce(
  tx: Tx,
  actor: TeamActor,
  scope: AccessScope,
  requests: readonly RequestRow[],
): Promise<RequestRow[]> {
  const changing = await readChanging(tx, actor, scope);
  if (changing.size === 0) return [...requests];
  const inForce: RequestRow[] = [];
  for (const request of requests) {
    const people = changing.has(request.id) ? await peopleOf(tx, actor, request) : null;
    inForce.push(people ? { ...request, people } : request);
  }
  return inForce;
}

/**
 * The requests whose present text need not be what holds: written anew, or renewed before. `is true`
 * has the approvals listed once, and only when something is being written anew.
 */
async function readChanging(
  tx: Tx,
  { teamId }: TeamActor,
  scope: AccessScope,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select i."requestId" as id from "RequestItem" i
      where i."teamId" = ${teamId}::uuid
        and i.status in ('draft', 'internal_signoff', 'submitted', 'in_review', 'changes_requested', 'rejected')
        and ${withItems(teamId, scope, 'i."requestId"')}
        and (i."requestId" in (select "requestId" from "Grant"
          where "teamId" = ${teamId}::uuid and "endedOn" is null)) is true
      union
      select c."requestId" from "Cycle" c
      where c."teamId" = ${teamId}::uuid and c.state = 'approved' and c.kind = 'renewal'
        and ${withItems(teamId, scope, 'c."requestId"')}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Whom the approved filings name from when to when, with what amendments changed; null where the last
 * approved round was not filed here, so that only the present text says it.
 */
async function peopleOf(
  tx: Tx,
  actor: TeamActor,
  { id, archive: code, lifecycle }: RequestRow,
): Promise<RequestRow["people"] | null> {
  const archive = archiveByCode(code);
  if (!archive) return null;
  const sections = archive.sections(lifecycle);
  const cycles = await tx.cycle.findMany({
    where: { teamId: actor.teamId, requestId: id, state: "approved" },
    orderBy: { number: "asc" },
    include: { grants: { select: { decidedOn: true }, orderBy: { decidedOn: "asc" } } },
  });
  const rounds = cycles.flatMap(({ grants, filed }) => {
    const days = grants.map(({ decidedOn }) => dayFromColumn(decidedOn));
    const [first] = days;
    const last = days.at(-1);
    return first && last ? [{ decidedOn: first, filing: approvedFilings(filed, last).at(-1) }] : [];
  });
  const named: { decidedOn: (typeof rounds)[number]["decidedOn"]; people: NamedInRound[] }[] = [];
  for (const [at, { decidedOn, filing }] of rounds.entries()) {
    if (!filing) continue;
    const before = rounds[at + 1]?.decidedOn ?? null;
    const answers = await answersInForce(tx, actor, { id, sections }, filing, before);
    named.push({ decidedOn, people: functionsOf(sections, answers, filing.items) });
  }
  return rounds.at(-1)?.filing ? namedOverRounds(named) : null;
}
