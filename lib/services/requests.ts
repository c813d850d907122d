import type { Answers } from "../archives/form";
import { archiveByCode } from "../archives/index";
import type { Party, PersonFunction, ReviewStatus } from "../archives/lifecycle";
import { type NamedUnit, nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn } from "../dates/day";
import { proofOf } from "../documents/document";
import { notFound } from "../errors";
import type { RequestFilter } from "../requests/filter";
import { findLifecycle, summarise } from "../requests/lifecycle";
import { responsiblePersons } from "../requests/responsible";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { PROOF } from "./proof-columns";
import { inTeam, type Tx } from "./transaction";

/** How many requests a page of the list shows. */
const PAGE_SIZE = 50;
/** How many requests are looked through for those that wait for one member. */
const MOST_CANDIDATES = 200;

/** A line of the list. */
export interface RequestRow {
  id: string;
  number: number;
  title: string;
  archive: string;
  archiveName: string;
  status: ReviewStatus;
  step: string;
  waitingOn: Party;
  waitingSince: Day | null;
  /** The persons of the team who have the next move; empty when it lies with others. */
  waitingFor: { id: string; name: string }[];
  holders: string[];
  units: string[];
  endsOn: Day | null;
  isMyMove: boolean;
  updatedAt: Date;
}

const rowColumns = {
  owner: { select: { name: true } },
  people: {
    select: { personId: true, function: true, person: { select: { name: true } } },
  },
  items: {
    orderBy: { position: "asc" },
    include: {
      unit: {
        select: {
          code: true,
          version: true,
          consentCode: true,
          dataset: { select: { shortTitle: true } },
        },
      },
      person: { select: { name: true } },
    },
  },
  grants: { where: { endedOn: null }, select: { endsOn: true } },
} as const;

/**
 * One page of the team's requests, newest change first. `next` is the cursor of the page after it,
 * null on the last one. `counts` are of all the team's requests, whatever the filter.
 */
export async function listRequests(
  actor: Member,
  filter: RequestFilter,
): Promise<{ rows: RequestRow[]; next: string | null; counts: RequestCount[] }> {
  authorise(actor, "request.read");
  return inTeam(actor, async (tx) => {
    const requests = await tx.request.findMany({
      where: {
        teamId: actor.teamId,
        ...(filter.status && { status: filter.status }),
        ...(filter.archive && { archive: filter.archive }),
        ...(filter.number && { number: filter.number }),
        ...(filter.words && {
          OR: [
            { title: { contains: filter.words, mode: "insensitive" } },
            { archiveNumber: { contains: filter.words, mode: "insensitive" } },
            {
              items: { some: { unit: { code: { contains: filter.words, mode: "insensitive" } } } },
            },
          ],
        }),
      },
      include: rowColumns,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: PAGE_SIZE + 1,
      ...(filter.after && { cursor: { id: filter.after }, skip: 1 }),
    });
    const page = requests.slice(0, PAGE_SIZE);
    return {
      rows: page.map((request) => toRow(request, actor.personId)),
      next: requests.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
      counts: await countByStatus(tx, actor),
    };
  });
}

/** Parties of the team itself, whose next move a dashboard shows. */
const OURS: Party[] = ["us", "holder", "pi", "signing_official", "legal_representative"];

/** The requests whose next move is this member's, longest unchanged first, so many at most. */
export async function listMyMoves(actor: Member, take: number): Promise<RequestRow[]> {
  authorise(actor, "request.read");
  const me = actor.personId;
  const requests = await inTeam(actor, (tx) =>
    tx.request.findMany({
      where: {
        teamId: actor.teamId,
        items: { some: { waitingOn: { in: OURS } } },
        OR: [
          { ownerId: me },
          { people: { some: { personId: me } } },
          { items: { some: { personId: me } } },
        ],
      },
      include: rowColumns,
      orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
      take: MOST_CANDIDATES,
    }),
  );
  return requests
    .map((request) => toRow(request, me))
    .filter((row) => row.isMyMove)
    .slice(0, take);
}

/** How many requests of an archive have a status. */
export interface RequestCount {
  archive: string;
  archiveName: string;
  status: ReviewStatus;
  count: number;
}

/** How many requests stand where, by archive and status. */
export async function countRequests(actor: Member): Promise<RequestCount[]> {
  authorise(actor, "request.read");
  return inTeam(actor, (tx) => countByStatus(tx, actor));
}

async function countByStatus(tx: Tx, actor: Member): Promise<RequestCount[]> {
  const groups = await tx.request.groupBy({
    by: ["archive", "status"],
    where: { teamId: actor.teamId },
    _count: { _all: true },
    orderBy: [{ archive: "asc" }, { status: "asc" }],
  });
  return groups.map((group) => ({
    archive: group.archive,
    archiveName: archiveByCode(group.archive)?.name ?? group.archive,
    status: group.status,
    count: group._count._all,
  }));
}

interface ListedRequest {
  id: string;
  number: number;
  title: string;
  archive: string;
  lifecycle: string;
  ownerId: string;
  updatedAt: Date;
  owner: { name: string };
  people: { personId: string; function: string; person: { name: string } }[];
  items: {
    id: string;
    step: string;
    stepSince: Date;
    personId: string | null;
    unit: NamedUnit;
    person: { name: string } | null;
  }[];
  grants: { endsOn: Date | null }[];
}

function toRow(request: ListedRequest, myPersonId: string): RequestRow {
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const items = request.items.map((item) => ({
    ...item,
    stepSince: dayFromColumn(item.stepSince),
  }));
  const standing = summarise(lifecycle, items);
  const people = request.people as { personId: string; function: PersonFunction }[];
  const waiting = items.filter((item) => item.step === standing.step.id);
  const responsible = waiting.flatMap((item) =>
    responsiblePersons(
      { waitingOn: standing.waitingOn, personId: item.personId },
      { ownerId: request.ownerId, people },
    ),
  );
  const waitingFor = [...new Set(responsible)];
  const names = namesOf(request);
  const ends = request.grants.flatMap((grant) =>
    grant.endsOn ? [dayFromColumn(grant.endsOn)] : [],
  );
  return {
    id: request.id,
    number: request.number,
    title: request.title,
    archive: archive.code,
    archiveName: archive.name,
    status: standing.status,
    step: standing.step.label,
    waitingOn: standing.waitingOn,
    waitingSince: standing.waitingSince,
    holders: [...new Set(items.flatMap((item) => item.person?.name ?? []))],
    units: [...new Set(items.map((item) => nameOfUnit(item.unit)))],
    endsOn: ends.sort()[0] ?? null,
    waitingFor: waitingFor.map((id) => ({ id, name: names.get(id) ?? "" })),
    isMyMove: waitingFor.includes(myPersonId),
    updatedAt: request.updatedAt,
  };
}

/** The names of everybody a request names, by person id. */
function namesOf(request: ListedRequest): Map<string, string> {
  return new Map([
    [request.ownerId, request.owner.name],
    ...request.people.map((entry) => [entry.personId, entry.person.name] as const),
    ...request.items.map((item) => [item.personId ?? "", item.person?.name ?? ""] as const),
  ]);
}

/** Everything the page and the form of one request show. */
export type RequestDetail = Awaited<ReturnType<typeof getRequest>>;

/** One request by the team's own number. Throws NOT_FOUND, also for numbers of other teams. */
export async function getRequest(actor: Member, number: number) {
  authorise(actor, "request.read");
  const request = await inTeam(actor, (tx) =>
    tx.request.findFirst({
      where: { teamId: actor.teamId, number },
      include: {
        owner: { select: { id: true, name: true } },
        people: { include: { person: { select: { id: true, name: true, endsOn: true } } } },
        items: {
          orderBy: { position: "asc" },
          include: {
            unit: {
              include: { dataset: { select: { slug: true, shortTitle: true, title: true } } },
            },
            person: { select: { id: true, name: true } },
            grants: {
              orderBy: { createdAt: "desc" },
              include: { document: { select: PROOF } },
            },
          },
        },
        obligations: {
          where: { state: "open" },
          orderBy: [{ dueOn: "asc" }, { id: "asc" }],
          include: { person: { select: { name: true } } },
        },
      },
    }),
  );
  if (!request) throw notFound("request");
  return {
    ...request,
    answers: request.answers as Answers,
    submittedOn: request.submittedOn && dayFromColumn(request.submittedOn),
    projectEndsOn: request.projectEndsOn && dayFromColumn(request.projectEndsOn),
    people: request.people.map((entry) => ({
      ...entry,
      function: entry.function as PersonFunction,
    })),
    items: request.items.map((item) => ({
      ...item,
      answers: item.answers as Answers,
      stepSince: dayFromColumn(item.stepSince),
      waitingOn: item.waitingOn as Party,
      grants: item.grants.map((grant) => ({
        ...grant,
        document: proofOf(grant.document),
        decidedOn: dayFromColumn(grant.decidedOn),
        startsOn: dayFromColumn(grant.startsOn),
        endsOn: grant.endsOn && dayFromColumn(grant.endsOn),
        endedOn: grant.endedOn && dayFromColumn(grant.endedOn),
      })),
    })),
    obligations: request.obligations.map((obligation) => ({
      ...obligation,
      dueOn: dayFromColumn(obligation.dueOn),
    })),
  };
}
