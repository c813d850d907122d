import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import { dayFromColumn, dayOf } from "../dates/day";
import { lies, spanOf } from "../lists/days";
import type { ListQuery } from "../lists/query";
import { REQUEST_LIST } from "../lists/requests";
import type { ListSort } from "../lists/shape";
import { findLifecycle, OURS, PRESSING, summarise } from "../requests/lifecycle";
import { responsiblePersons } from "../requests/responsible";
import type { Member } from "../team/actor";

const ALL = {
  people: { include: { person: true } },
  items: {
    orderBy: { position: "asc" },
    include: { person: true, unit: { include: { dataset: true } } },
  },
  ...{ grants: true, obligations: true, owner: true },
} satisfies Prisma.RequestInclude;

type Everything = Prisma.RequestGetPayload<{ include: typeof ALL }>;
type Plain = ReturnType<typeof plain>;

/** For tests: every request of a member's team as the list must see it, put together one by one. */
export async function plainRequests(superuser: PrismaClient, me: Member): Promise<Plain[]> {
  const { teamId } = me;
  const rows = await superuser.request.findMany({ where: { teamId }, include: ALL });
  return rows.map((row) => plain(row, me));
}

function plain(request: Everything, me: Member) {
  const archive = archiveByCode(request.archive);
  if (!archive) throw new Error("no such archive");
  const items = request.items.map((item) => ({
    ...item,
    stepSince: dayFromColumn(item.stepSince),
  }));
  const standing = summarise(findLifecycle(archive, request.lifecycle), items);
  const movers = items
    .filter(({ step }) => step === standing.step.id)
    .flatMap(({ personId }) =>
      responsiblePersons(
        { waitingOn: standing.waitingOn, personId },
        {
          ownerId: request.ownerId,
          people: request.people as { personId: string; function: PersonFunction }[],
        },
      ),
    );
  const first = (days: (Date | null)[]) =>
    days.flatMap((date) => (date ? [dayFromColumn(date)] : [])).sort()[0] ?? null;
  return {
    ...{ ...request, standing },
    isMine: movers.includes(me.personId),
    ends: first(request.grants.filter((grant) => !grant.endedOn).map(({ endsOn }) => endsOn)),
    duty: first(
      request.obligations.filter(({ state }) => state === "open").map(({ dueOn }) => dueOn),
    ),
    waiting: standing.waitingOn === "nobody" ? null : standing.waitingSince,
    changed: dayOf(request.updatedAt, me.timeZone ?? "UTC"),
    submitted: request.submittedOn && dayFromColumn(request.submittedOn),
    names: [
      request.owner,
      ...request.people.map(({ person }) => person),
      ...request.items.flatMap(({ person }) => person ?? []),
    ],
    data: request.items.flatMap(({ unit: { code, dataset } }) => [
      ...[code, dataset.title, dataset.shortTitle],
    ]),
    holder: items.flatMap(({ person }) => person?.name ?? [])[0] ?? null,
  };
}

const holds = (text: string | null, part: string) =>
  text?.toLowerCase().includes(part.toLowerCase()) ?? false;

/** Whether a row fits one value of a field. */
function fits(row: Plain, field: string, value: string, me: Member): boolean {
  const { waitingOn } = row.standing;
  switch (field) {
    case "status":
      return row.standing.status === value;
    case "archive":
      return row.archive === value;
    case "needs":
      if (value === "me") return row.isMine;
      if (value === "nobody") return waitingOn === "nobody";
      return waitingOn !== "nobody" && OURS.includes(waitingOn) === (value === "team");
    case "member":
      return row.names.some(({ id, name }) =>
        value === "me" ? id === me.personId : holds(name, value),
      );
    case "data":
      return row.data.some((text) => holds(text, value));
    case "stage":
      return holds(row.standing.step.label, value);
    default: {
      const today = dayOf(me.now, me.timeZone ?? "UTC");
      const shape = REQUEST_LIST.fields.find(({ name }) => name === field);
      if (shape?.kind !== "day") throw new Error(`unknown field ${field}`);
      return lies(row[shape.name], spanOf(value, shape.looks, today));
    }
  }
}

/** For tests: those that fit a search, by a plain look at every one. */
export function plainlyFound(
  rows: readonly Plain[],
  { clauses, words }: ListQuery,
  me: Member,
): Plain[] {
  return rows.filter(
    (row) =>
      clauses.every(
        ({ field, isNot, values }) => values.some((value) => fits(row, field, value, me)) !== isNot,
      ) &&
      words.every(
        (word) =>
          [`GB-${row.number}`, String(row.number)].includes(word) ||
          [row.title, row.archiveNumber, ...row.data].some((text) => holds(text, word)),
      ),
  );
}

/** What a row is compared by; `null` is last, whichever way. */
function keyOf(row: Plain, column: string): (string | number | boolean | null)[] {
  const small = (text: string | null) => text?.toLowerCase() || null;
  switch (column) {
    case "needs":
      return [!row.isMine, row.ends];
    case "request":
      return [row.number];
    case "archive":
      return [row.archive];
    case "holders":
      return [small(row.holder)];
    case "stage":
      return [PRESSING.indexOf(row.standing.status)];
    case "changed":
      return [row.updatedAt.getTime()];
    case "owner":
      return [small(row.owner.name)];
    case "archiveNumber":
      return [small(row.archiveNumber)];
    default:
      return [row[column as "ends" | "duty" | "waiting" | "submitted"]];
  }
}

/** For tests: their ids in an order, by comparing one with another. */
export function plainlyOrdered(of: readonly Plain[], { column, direction }: ListSort): string[] {
  const way = direction === "asc" ? 1 : -1;
  const compare = (a: Plain, b: Plain) => {
    const [left, right] = [keyOf(a, column), keyOf(b, column)];
    for (const [index, value] of left.entries()) {
      const other = right[index] ?? null;
      if (value === other) continue;
      if (value === null || other === null) return value === null ? 1 : -1;
      return value < other ? -way : way;
    }
    return a.id < b.id ? -way : way;
  };
  return of.toSorted(compare).map(({ id }) => id);
}
