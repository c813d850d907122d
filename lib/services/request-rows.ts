import type { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { Party, PersonFunction, ReviewStatus } from "../archives/lifecycle";
import { nameOfUnit } from "../catalogue/unit-name";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import { dutyKind } from "../obligations/kinds";
import { findLifecycle, summarise } from "../requests/lifecycle";
import { responsiblePersons } from "../requests/responsible";

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
  /** The first last day among its approvals that nobody ended. */
  endsOn: Day | null;
  /** The open duty that is due first. */
  nextDuty: { id: string; name: string; dueOn: Day } | null;
  owner: string;
  submittedOn: Day | null;
  archiveNumber: string | null;
  isMyMove: boolean;
  updatedAt: Date;
}

/** What a line of the list is made of. */
export const ROW_COLUMNS = {
  owner: { select: { name: true } },
  people: {
    select: { personId: true, function: true, person: { select: { name: true } } },
  },
  items: {
    orderBy: [{ position: "asc" }, { id: "asc" }],
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
  obligations: {
    where: { state: "open" },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 1,
    select: { id: true, kind: true, dueOn: true },
  },
} satisfies Prisma.RequestInclude;

type ListedRequest = Prisma.RequestGetPayload<{ include: typeof ROW_COLUMNS }>;

/** A request as a line of the list, as this person reads it. */
export function toRow(request: ListedRequest, myPersonId: string): RequestRow {
  const archive = archiveByCode(request.archive);
  if (!archive) throw notFound("archive");
  const lifecycle = findLifecycle(archive, request.lifecycle);
  const items = request.items.map((item) => ({
    ...item,
    stepSince: dayFromColumn(item.stepSince),
  }));
  const standing = summarise(lifecycle, items);
  const waiting = items.filter((item) => item.step === standing.step.id);
  const waitingFor = waitingPersons(request, standing.waitingOn, waiting);
  const { id, number, title, archiveNumber, submittedOn, updatedAt } = request;
  return {
    ...{ id, number, title, archiveNumber, updatedAt },
    archive: archive.code,
    archiveName: archive.name,
    status: standing.status,
    step: standing.step.label,
    waitingOn: standing.waitingOn,
    waitingSince: standing.waitingSince,
    waitingFor,
    isMyMove: waitingFor.some((person) => person.id === myPersonId),
    holders: [...new Set(items.flatMap((item) => item.person?.name ?? []))],
    units: [...new Set(items.map((item) => nameOfUnit(item.unit)))],
    owner: request.owner.name,
    submittedOn: submittedOn && dayFromColumn(submittedOn),
    ...datesOf(request),
  };
}

/** The persons who have the next move on the items that tell where the request stands. */
function waitingPersons(
  request: ListedRequest,
  waitingOn: Party,
  items: readonly { personId: string | null }[],
): RequestRow["waitingFor"] {
  const people = request.people as { personId: string; function: PersonFunction }[];
  const responsible = items.flatMap(({ personId }) =>
    responsiblePersons({ waitingOn, personId }, { ownerId: request.ownerId, people }),
  );
  const names = namesOf(request);
  return [...new Set(responsible)].map((id) => ({ id, name: names.get(id) ?? "" }));
}

function datesOf({ grants, obligations }: ListedRequest): Pick<RequestRow, "endsOn" | "nextDuty"> {
  const ends = grants.flatMap(({ endsOn }) => (endsOn ? [dayFromColumn(endsOn)] : []));
  const [duty] = obligations;
  return {
    endsOn: ends.sort()[0] ?? null,
    nextDuty: duty
      ? { id: duty.id, name: dutyKind(duty.kind).name, dueOn: dayFromColumn(duty.dueOn) }
      : null,
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
