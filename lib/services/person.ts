import { z } from "zod";
import type { PersonFunction } from "../archives/lifecycle";
import { type Day, dayFromColumn } from "../dates/day";
import { notFound } from "../errors";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { asTeamPerson, type TeamPerson } from "./people";
import { inTeam, type Tx } from "./transaction";

/** What somebody does on a request. */
interface PersonFunctionLine {
  function: PersonFunction;
  request: { number: number; title: string };
}

/** An open duty that somebody owns. */
export interface PersonDuty {
  id: string;
  kind: string;
  dueOn: Day;
  /** What to do, as a sentence; empty where the archive's terms say it. */
  what: string;
  rule: string;
  source: string;
  /** The approval whose end it is; such a duty closes with it, never by hand. */
  grantId: string | null;
  /** Whose coming or leaving causes it, where somebody's does. */
  person: { name: string } | null;
  request: { number: number; title: string; archive: string; lifecycle: string } | null;
}

export interface PersonDetail extends TeamPerson {
  functions: PersonFunctionLine[];
  duties: PersonDuty[];
}

const REQUEST = { number: true, title: true, archive: true, lifecycle: true } as const;

/**
 * One person of the team, with the functions on requests and the open duties, nearest first.
 * @throws AppError NOT_FOUND
 */
export async function getPerson(actor: Member, id: string): Promise<PersonDetail> {
  authorise(actor, "person.read");
  // PostgreSQL refuses to look for what has not the form of an id.
  if (!z.uuid().safeParse(id).success) throw notFound("person");
  const { teamId, now } = actor;
  return inTeam(actor, async (tx) => {
    const person = await tx.person.findUnique({ where: { teamId_id: { teamId, id } } });
    if (!person) throw notFound("person");
    const membership =
      person.userId &&
      (await tx.membership.findUnique({
        where: { teamId_userId: { teamId, userId: person.userId } },
        select: { role: true },
      }));
    return {
      ...asTeamPerson(person, now, membership ? membership.role : null),
      functions: await functionsOf(tx, teamId, id),
      duties: await dutiesOf(tx, teamId, id),
    };
  });
}

/** What the person does on each request, newest request first; where access is personal, asking too. */
async function functionsOf(tx: Tx, teamId: string, personId: string) {
  const named = await tx.requestPerson.findMany({
    where: { teamId, personId },
    select: { function: true, request: { select: REQUEST } },
    take: 500,
  });
  const asking = await tx.requestItem.findMany({
    where: { teamId, personId },
    distinct: ["requestId"],
    select: { request: { select: REQUEST } },
    take: 500,
  });
  const lines = new Map<string, PersonFunctionLine>();
  for (const line of [...named, ...asking.map((item) => ({ ...item, function: "applicant" }))]) {
    const { number, title } = line.request;
    lines.set(`${number} ${line.function}`, {
      function: line.function as PersonFunction,
      request: { number, title },
    });
  }
  return [...lines.values()].sort((a, b) => b.request.number - a.request.number);
}

async function dutiesOf(tx: Tx, teamId: string, ownerId: string): Promise<PersonDuty[]> {
  const duties = await tx.obligation.findMany({
    where: { teamId, ownerId, state: "open" },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 100,
    select: {
      ...{ id: true, kind: true, dueOn: true, what: true, rule: true, source: true },
      ...{ grantId: true, person: { select: { name: true } } },
      request: { select: REQUEST },
    },
  });
  return duties.map((duty) => ({ ...duty, dueOn: dayFromColumn(duty.dueOn) }));
}
