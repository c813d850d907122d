import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import { type Day, dayToColumn } from "../dates/day";
import { notFound } from "../errors";
import { type Filing, readFilings } from "../requests/filing";
import { findLifecycle, stepOf } from "../requests/lifecycle";
import type { Member, TeamActor } from "../team/actor";
import { authorise } from "../team/permissions";
import { json } from "./draft-parts";
import type { LoadedRequest } from "./request-for-move";
import { inTeam, type Tx } from "./transaction";

/** Steps of items that are part of what lies with the archive although they do not go there now. */
const THERE = ["internal_signoff", "submitted", "in_review", "approved"];

/**
 * Adds a copy of what went to the archive to the newest round: the answers, the people with their
 * functions, the files with their hashes, and the data sets that go (`moving`) or are there already.
 * Earlier copies stay as they were. Throws NOT_FOUND for a request without a round.
 */
export async function keepFiled(
  tx: Tx,
  actor: TeamActor,
  request: LoadedRequest,
  { moving, on }: { moving: readonly { id: string }[]; on: Day },
): Promise<void> {
  const where = { teamId: actor.teamId, requestId: request.id };
  const cycle = await tx.cycle.findFirst({ where, orderBy: { number: "desc" } });
  if (!cycle) throw notFound("cycle");
  const people = await tx.requestPerson.findMany({
    where,
    orderBy: [{ function: "asc" }, { personId: "asc" }],
    include: { person: { select: { name: true } } },
  });
  const documents = await tx.document.findMany({
    where: { ...where, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { name: true, sha256: true },
  });
  const filing = {
    ...{ on, by: actor.name, title: request.title, answers: json(request.answers) },
    items: filedItems(request, moving, await approvedBefore(tx, actor, request.id, cycle)),
    people: people.map(({ personId, person, function: role }) => ({
      ...{ personId, name: person.name, function: role },
    })),
    documents,
  };
  const before = (cycle.filed ?? []) as Prisma.InputJsonValue[];
  await tx.cycle.updateMany({
    where: { ...where, number: cycle.number },
    data: { submittedOn: dayToColumn(on), filed: [...before, filing] },
  });
}

/** Of a renewal, the items that only an earlier round approved: they are no part of what is renewed. */
async function approvedBefore(
  tx: Tx,
  { teamId }: TeamActor,
  requestId: string,
  cycle: { id: string; kind: string },
): Promise<string[]> {
  if (cycle.kind !== "renewal") return [];
  const grants = await tx.grant.findMany({
    where: { ...{ teamId, requestId, endedOn: null }, cycleId: { not: cycle.id } },
    select: { itemId: true },
  });
  return grants.map(({ itemId }) => itemId);
}

function filedItems(
  request: LoadedRequest,
  moving: readonly { id: string }[],
  before: readonly string[],
) {
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const isThere = ({ id, step }: LoadedRequest["items"][number]) => {
    const { status } = stepOf(lifecycle, step);
    return THERE.includes(status) && !(status === "approved" && before.includes(id));
  };
  return request.items
    .filter((item) => moving.some(({ id }) => id === item.id) || isThere(item))
    .map((item) => ({
      unit: item.unit.code,
      personId: item.personId,
      person: item.person?.name ?? null,
      answers: json(item.answers),
    }));
}

/** A filing with the round that it belongs to; `number` counts the filings of the request from 1. */
export interface KeptFiling extends Filing {
  number: number;
  round: number;
}

/** Everything a request sent to its archive, oldest first. Throws NOT_FOUND for foreign numbers. */
export async function listFilings(actor: Member, number: number): Promise<KeptFiling[]> {
  authorise(actor, "request.read");
  const request = await inTeam(actor, (tx) =>
    tx.request.findFirst({
      where: { teamId: actor.teamId, number },
      select: {
        cycles: { orderBy: { number: "asc" }, select: { number: true, filed: true } },
      },
    }),
  );
  if (!request) throw notFound("request");
  return request.cycles
    .flatMap((cycle) =>
      readFilings(cycle.filed).map((filing) => ({ ...filing, round: cycle.number })),
    )
    .map((filing, index) => ({ ...filing, number: index + 1 }));
}
