import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { type Day, dayFromColumn } from "../dates/day";
import { functionsOf } from "../requests/draft";
import { approvedFilings, type Filing } from "../requests/filing";
import { namedOverRounds } from "../requests/named-years";
import type { TeamActor } from "../team/actor";
import { type AccessScope, type RequestRow, withItems } from "./access-rows";
import { answersInForce, type PeopleAmendment, readPeopleAmendments } from "./round-forms";
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
  if (changing.length === 0) return [...requests];
  // All at once: a large team changes hundreds of requests, and each question takes its time.
  const [rounds, amendments] = [
    await readRounds(tx, actor, changing),
    await readPeopleAmendments(tx, actor, changing),
  ];
  return requests.map((request) => {
    const own = rounds.get(request.id);
    const people = own && peopleOf(request, own, amendments.get(request.id) ?? []);
    return people ? { ...request, people } : request;
  });
}

/**
 * The requests whose present text need not be what holds: written anew, or renewed before. `is true`
 * has the approvals listed once, and only when something is being written anew.
 */
async function readChanging(tx: Tx, { teamId }: TeamActor, scope: AccessScope): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select i."requestId" as id from "RequestItem" i
      where i."teamId" = ${teamId}::uuid
        and i.status in ('draft', 'internal_signoff', 'submitted', 'in_review', 'changes_requested', 'rejected')
        and ${withItems(teamId, scope, 'i."requestId"')}
        and (i."requestId" in (select "requestId" from "Grant"
          where "teamId" = ${teamId}::uuid and "endedOn" is null
            and ${withItems(teamId, scope, '"requestId"')})) is true
      union
      select c."requestId" from "Cycle" c
      where c."teamId" = ${teamId}::uuid and c.state = 'approved' and c.kind = 'renewal'
        and ${withItems(teamId, scope, 'c."requestId"')}`,
  );
  return rows.map(({ id }) => id);
}

/** A round that was approved, with the filing that this was about; null where that was not filed here. */
interface Round {
  requestId: string;
  decidedOn: Day;
  filing: Filing | null;
}

/** The approved rounds of these requests, from the first on. */
async function readRounds(
  tx: Tx,
  { teamId }: TeamActor,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Round[]>> {
  const cycles = await tx.cycle.findMany({
    where: { teamId, requestId: { in: [...requestIds] }, state: "approved" },
    orderBy: { number: "asc" },
    select: {
      ...{ requestId: true, filed: true },
      grants: { select: { decidedOn: true }, orderBy: { decidedOn: "asc" } },
    },
  });
  const rounds = cycles.flatMap(({ requestId, grants, filed }) => {
    const days = grants.map(({ decidedOn }) => dayFromColumn(decidedOn));
    const [decidedOn] = days;
    const last = days.at(-1);
    if (!decidedOn || !last) return [];
    return { requestId, decidedOn, filing: approvedFilings(filed, last).at(-1) ?? null };
  });
  return Map.groupBy(rounds, ({ requestId }) => requestId);
}

/**
 * Whom the approved filings name from when to when, with what amendments changed; null where the last
 * approved round was not filed here, so that only the present text says it.
 */
function peopleOf(
  { archive: code, lifecycle }: RequestRow,
  rounds: readonly Round[],
  amendments: readonly PeopleAmendment[],
): RequestRow["people"] | null {
  const archive = archiveByCode(code);
  if (!archive || !rounds.at(-1)?.filing) return null;
  const sections = archive.sections(lifecycle);
  const named = rounds.flatMap(({ decidedOn, filing }, at) => {
    if (!filing) return [];
    const before = rounds[at + 1]?.decidedOn ?? null;
    const answers = answersInForce(sections, amendments, filing, before);
    return { decidedOn, people: functionsOf(sections, answers, filing.items) };
  });
  return namedOverRounds(named);
}
