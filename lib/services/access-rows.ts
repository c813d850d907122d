import { Prisma } from "@/prisma/client/client";
import { ARCHIVES } from "../archives/index";
import { SAME_STUDY } from "../catalogue/relation-kind";
import type { Day } from "../dates/day";
import type { IdentityRow, QualificationRow } from "../people/claims";
import type { TeamActor } from "../team/actor";
import { type Lists, lists } from "./row-lists";
import type { Tx } from "./transaction";

/** Whose access to what is asked for. Units by id come with the other units of their data set. */
export interface AccessScope {
  /** `ours`: what the team has anything to do with; `all`: everything gated; or these. */
  units: "ours" | "all" | readonly string[];
  /** Only what these people hold; absent: everybody. */
  people?: readonly string[];
}

export interface PersonRow {
  id: string;
  name: string;
  country: string;
  startsOn: Day;
  endsOn: Day | null;
}

export interface UnitRow {
  id: string;
  datasetId: string;
  archive: string;
  code: string;
  version: string | null;
  consentCode: string | null;
  accessClass: string;
  policy: string | null;
  trainings: string[];
  deprecatedOn: Day | null;
  embargoUntil: Day | null;
  slug: string;
  title: string;
  shortTitle: string;
}

export interface RequestRow {
  id: string;
  number: number;
  ownerId: string;
  archive: string;
  lifecycle: string;
  /** Without days: for as long as the request stands. */
  people: { personId: string; function: string; from?: Day | null; before?: Day | null }[];
}

const GATED = ARCHIVES.map(({ code }) => code);

interface Asked {
  query: Prisma.Sql;
  resolve: (rows: string) => void;
  reject: (error: unknown) => void;
}

const asking = new WeakMap<Tx, Asked[]>();

/**
 * The rows of a query. PostgreSQL hands them over as one text, which for thousands of rows takes a
 * tenth of the time that objects built column by column do. What is asked for at once, as with
 * `Promise.all`, travels together: half of what a small query takes is the way there and back.
 */
export function rows<T>(tx: Tx, query: Prisma.Sql): Promise<T[]> {
  return new Promise<string>((resolve, reject) => {
    const asked = { query, resolve, reject };
    const others = asking.get(tx);
    if (others) {
      others.push(asked);
      return;
    }
    const all = [asked];
    asking.set(tx, all);
    queueMicrotask(() => {
      asking.delete(tx);
      void askTogether(tx, all);
    });
  }).then((text) => JSON.parse(text) as T[]);
}

async function askTogether(tx: Tx, all: readonly Asked[]): Promise<void> {
  const columns = all.map(
    ({ query }, at) => Prisma.sql`(select coalesce(json_agg(q), '[]')::text from (${query}) q)
      as ${Prisma.raw(`"rows${at}"`)}`,
  );
  try {
    const [answer] = await tx.$queryRaw<Record<string, string>[]>`select ${Prisma.join(columns)}`;
    for (const [at, { resolve }] of all.entries()) resolve(answer?.[`rows${at}`] ?? "[]");
  } catch (error) {
    for (const { reject } of all) reject(error);
  }
}

/**
 * Whether the team has asked for a unit `u`, or has an agreement about it. Asked of each unit, since
 * units are few, and items are many.
 */
export function isOfTeam({ teamId }: TeamActor): Prisma.Sql {
  return Prisma.sql`(exists (select from "RequestItem" i
      where i."teamId" = ${teamId}::uuid and i."unitId" = u.id)
    or exists (select from "AgreementUnit" a
      where a."teamId" = ${teamId}::uuid and a."unitId" = u.id))`;
}

/** The gated units in scope, by archive and title. */
export function readUnits(tx: Tx, actor: TeamActor, { units }: AccessScope): Promise<UnitRow[]> {
  const ours = isOfTeam(actor);
  const chosen =
    units === "ours"
      ? ours
      : units === "all"
        ? Prisma.sql`u."retiredAt" is null or ${ours}`
        : Prisma.sql`u."datasetId" in (
            select "datasetId" from "AccessUnit" where id = any(${[...units]}::uuid[]))`;
  // Row-level security makes PostgreSQL expect one row of a new catalogue, for which it would read all
  // data sets again and again: `offset 0` has each read by its id.
  return rows(
    tx,
    Prisma.sql`select u.id, u."datasetId", u.archive, u.code, u.version, u."consentCode",
        u."accessClass", u.policy, coalesce(u.trainings, '{}') as trainings, u."deprecatedOn", u."embargoUntil",
        d.slug, d.title, d."shortTitle"
      from "AccessUnit" u
      cross join lateral (select * from "Dataset" where id = u."datasetId" offset 0) d
      where u.archive = any(${GATED}) and u."accessClass" not in ('open', 'registration')
        and (${chosen})
      order by u.archive, d."shortTitle", u.code`,
  );
}

/** Units by which one gets to the people of this unit's study at another archive, or in a copy. */
export async function readDoors(tx: Tx, unitId: string): Promise<string[]> {
  const doors = await rows<{ id: string }>(
    tx,
    Prisma.sql`select distinct u.id from "AccessUnit" own
      join "Dataset" d on d.id = own."datasetId"
      join "Relation" r on r.kind = any(${[...SAME_STUDY]}) and d.slug in (r."fromSlug", r."toSlug")
      join "Dataset" o on o.slug in (r."fromSlug", r."toSlug") and o.id <> d.id
      join "AccessUnit" u on u."datasetId" = o.id and u."retiredAt" is null and u."isLatest"
      where own.id = ${unitId}::uuid`,
  );
  return doors.map(({ id }) => id);
}

/** Everybody of the team, by name: also outside the scope, somebody may be whom others work under. */
export function readPeople(tx: Tx, { teamId }: TeamActor): Promise<PersonRow[]> {
  return rows(
    tx,
    Prisma.sql`select id, name, country, "startsOn", "endsOn" from "Person"
      where "teamId" = ${teamId}::uuid order by name, id`,
  );
}

/** Only rows about these units, and about the others of their data sets; all rows where none is named. */
export function about({ units }: AccessScope, column: string): Prisma.Sql {
  if (typeof units === "string") return Prisma.sql`true`;
  return Prisma.sql`${Prisma.raw(column)} in (select id from "AccessUnit" where "datasetId" in (
    select "datasetId" from "AccessUnit" where id = any(${[...units]}::uuid[])))`;
}

/** Whether this is about all that the team has to do with. */
export function isWhole({ units }: AccessScope): boolean {
  return typeof units === "string";
}

/** Only rows of these people; all rows where nobody is named. */
export function of(people: readonly string[] | undefined, column: string): Prisma.Sql {
  if (!people) return Prisma.sql`true`;
  return Prisma.sql`(${Prisma.raw(column)} is null or ${Prisma.raw(column)} = any(${[...people]}::uuid[]))`;
}

/** Accounts by person and scheme. */
export function readIdentities(
  tx: Tx,
  { teamId }: TeamActor,
  { people }: AccessScope,
): Promise<(IdentityRow & { personId: string; scheme: string })[]> {
  return rows(
    tx,
    Prisma.sql`select id, "personId", scheme, "verifiedOn", "endsOn", "documentId",
        ("createdAt" at time zone 'UTC')::date as "recordedOn"
      from "Identity" where "teamId" = ${teamId}::uuid and ${of(people, '"personId"')}`,
  );
}

/** Qualifications of the people, and of the institution with `personId` null. */
export function readQualifications(
  tx: Tx,
  { teamId }: TeamActor,
  { people }: AccessScope,
): Promise<(QualificationRow & { personId: string | null; type: string })[]> {
  return rows(
    tx,
    Prisma.sql`select id, "personId", type, step, "stepSince", "startsOn", "completedOn",
        "reportEndsOn", "endsOn", "endedOn", "endedBy", "waivedOn", "waivedUntil", "waivedBy",
        "waivedWhy", "unitId", "requestId", "documentId"
      from "Qualification" where "teamId" = ${teamId}::uuid and ${of(people, '"personId"')}`,
  );
}

/** The team's rule settings by archive. */
export function readRules(
  tx: Tx,
  { teamId }: TeamActor,
): Promise<{ archive: string; values: unknown }[]> {
  return rows(
    tx,
    Prisma.sql`select archive, "values" from "ArchiveRules" where "teamId" = ${teamId}::uuid`,
  );
}

export type BareRequest = Omit<RequestRow, "people">;

/** The requests for these units. */
export function readRequests(
  tx: Tx,
  { teamId }: TeamActor,
  scope: AccessScope,
): Promise<BareRequest[]> {
  return rows(
    tx,
    Prisma.sql`select r.id, r.number, r."ownerId", r.archive, r.lifecycle from "Request" r
      where r."teamId" = ${teamId}::uuid and ${withItems(teamId, scope, "r.id")}`,
  );
}

/** The same requests with who does what on them. */
export async function withPeople(
  tx: Tx,
  { teamId }: TeamActor,
  scope: AccessScope,
  requests: readonly BareRequest[],
): Promise<RequestRow[]> {
  const groups = await lists(
    tx,
    ["requestId"],
    { personId: '"personId"', function: "function" },
    Prisma.sql`"RequestPerson"
      where "teamId" = ${teamId}::uuid and ${withItems(teamId, scope, '"requestId"')}`,
  );
  const people = new Map(groups.map((group) => [group.requestId, peopleOf(group)]));
  return requests.map((request) => ({ ...request, people: people.get(request.id) ?? [] }));
}

function peopleOf(group: Lists<"requestId", "personId" | "function">): RequestRow["people"] {
  return group.personId.map((personId, at) => ({ personId, function: group.function[at] ?? "" }));
}

/**
 * Whether the request with this id asks for what the scope is about. An array, so that the few requests
 * are looked up: beside a list PostgreSQL would rather read all that the team has.
 */
export function withItems(teamId: string, scope: AccessScope, id: string): Prisma.Sql {
  if (isWhole(scope)) return Prisma.sql`true`;
  return Prisma.sql`${Prisma.raw(id)} = any(array(select "requestId" from "RequestItem"
    where "teamId" = ${teamId}::uuid and ${about(scope, '"unitId"')}))`;
}

/** The papers that prove a grant because they prove the signature that it is, by grant. */
export function readProofsOfSignatures(
  tx: Tx,
  { teamId }: TeamActor,
): Promise<{ grantId: string; documentId: string }[]> {
  return rows(
    tx,
    Prisma.sql`select "grantId", "documentId" from "Signature" where "teamId" = ${teamId}::uuid
      and "grantId" is not null and "documentId" is not null`,
  );
}
