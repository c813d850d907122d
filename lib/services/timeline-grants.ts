import { Prisma } from "@/prisma/client/client";
import { archiveByCode } from "../archives/index";
import type { PersonFunction } from "../archives/lifecycle";
import type { RuleValues } from "../archives/qualification";
import { nameOfUnit } from "../catalogue/unit-name";
import type { AccessUnitFacts } from "../readiness/facts";
import { findLifecycle } from "../requests/lifecycle";
import type { Entry, Span } from "../timeline/entry";
import type { GrantRow } from "./access-items";
import { rows } from "./access-rows";
import { grantClaims } from "./grant-claims";
import { ofData, ofKey, type TimelineScope, touches, until } from "./timeline-groups";
import type { Tx } from "./tx";

/** What the timeline shows of one group: its entries, and how many rows did not fit. */
export interface GroupEntries {
  entries: Entry[];
  hidden: number;
}

interface Row extends GrantRow {
  key: string;
  itemId: string;
  requestId: string;
  unitId: string;
  personId: string | null;
  total: number;
}

interface Unit extends AccessUnitFacts {
  version: string | null;
  consentCode: string | null;
  shortTitle: string;
}

interface Request {
  id: string;
  number: number;
  lifecycle: string;
  renewalFiled: boolean;
}

/** Nothing is asked here but when an approval holds. */
const NO_MEANING = { confirmEveryDays: null, proofs: new Map(), signatures: new Map() };

/**
 * The approvals of each group, those that end next first: a person's own, and those of requests that
 * name the person in a function to which the archive opens data.
 * @param known the rules of each archive, as the team has them, and everybody's name
 */
export async function readGrantEntries(
  tx: Tx,
  scope: TimelineScope,
  known: { rules: ReadonlyMap<string, RuleValues>; names: ReadonlyMap<string, string> },
): Promise<Map<string, GroupEntries>> {
  const found = await rows<Row>(tx, query(scope));
  if (found.length === 0) return new Map();
  const around = await readAround(tx, scope, found);
  const opens = opening(around, known.rules);
  const groups = Map.groupBy(found, ({ key }) => key);
  return new Map(
    [...groups].map(([key, all]) => {
      const shown = scope.grouping === "person" ? all.filter(opens) : all;
      const items = Map.groupBy(shown, ({ itemId }) => itemId);
      const holderOf = ({ personId }: Row) => (scope.grouping === "person" ? key : personId);
      const entries = [...items.values()].flatMap(
        (grants) =>
          entryOf(grants, known.names.get(holderOf(grants[0] as Row) ?? ""), around) ?? [],
      );
      return [key, { entries, hidden: Math.max((all[0]?.total ?? 0) - all.length, 0) }];
    }),
  );
}

type Around = Awaited<ReturnType<typeof readAround>>;

function entryOf(
  grants: readonly Row[],
  holder: string | undefined,
  { units, requests }: Around,
): Entry | null {
  const [first] = grants;
  const unit = first && units.get(first.unitId);
  const request = first && requests.get(first.requestId);
  if (!first || !unit || !request) return null;
  return {
    ...{ id: first.itemId, kind: "access", holder: holder ?? null, request: request.number },
    ...{ isShared: first.personId === null, due: null },
    what: nameOfUnit({ ...unit, dataset: unit }),
    place: { kind: "request", number: request.number },
    spans: spansOf(grants, unit.archive, request),
  };
}

function spansOf(
  grants: readonly Row[],
  code: string,
  { lifecycle, renewalFiled }: Request,
): Span[] {
  const archive = archiveByCode(code);
  const steps = archive ? findLifecycle(archive, lifecycle).steps : [];
  const claims = grantClaims(grants, [], NO_MEANING, (endedBy) => {
    const by = steps.find((step) => step.id === endedBy);
    return by?.status === "terminated" ? "revoked" : "closed";
  });
  const last = claims.at(-1);
  return claims.map((claim) => ({
    ...{ id: claim.ref.id, from: claim.from, before: claim.before, end: claim.end },
    ...(renewalFiled && claim === last && { renewalFiled }),
  }));
}

/** Whether the person of a row's group may open data by it: by an approval of their own, or named in a function that counts. */
function opening(
  { units, functions }: Around,
  rules: ReadonlyMap<string, RuleValues>,
): (row: Row) => boolean {
  const counting = new Map([...units].map(([id, unit]) => [id, functionsOf(unit, rules)]));
  return ({ key, unitId, requestId, personId }) => {
    const some = counting.get(unitId);
    if (personId !== null || !some) return true;
    const held = functions.get(`${requestId} ${key}`) ?? [];
    return held.some((one) => some.has(one as PersonFunction));
  };
}

function functionsOf(unit: AccessUnitFacts, rules: ReadonlyMap<string, RuleValues>) {
  const gates = archiveByCode(unit.archive)?.gates(unit, rules.get(unit.archive) ?? {}) ?? [];
  const named = gates.filter((gate) => gate.kind === "named");
  return named.length > 0 ? new Set(named.flatMap(({ functions }) => functions)) : null;
}

function query(scope: TimelineScope): Prisma.Sql {
  const { keys, cap, window, today, view } = scope;
  const ofArchive = view.archive
    ? Prisma.sql`g."unitId" = any(array(
        select u.id from "AccessUnit" u where u.archive = ${view.archive}))`
    : Prisma.sql`true`;
  return Prisma.sql`select k.key, g.* from unnest(${[...keys]}::text[]) k(key)
    cross join lateral (
      select g.*, count(*) over ()::int as total from (${inGroup(scope)}) g
      where ${touches("g", window)} and ${ofData('g."unitId"', scope)} and ${ofArchive}
      order by coalesce(${until("g")} <= ${today}::date, false),
        coalesce(${until("g")}, 'infinity'), g."startsOn", g.id limit ${cap}) g`;
}

const COLUMNS = Prisma.sql`g.id, g."itemId", g."requestId", g."unitId", g."personId", g."decidedOn",
  g."startsOn", g."endsOn", g."endedOn", g."endedBy", g."documentId", g."confirmedOn"`;

function inGroup(scope: TimelineScope): Prisma.Sql {
  const grants = Prisma.sql`select ${COLUMNS} from "Grant" g
    where g."teamId" = ${scope.teamId}::uuid`;
  const named = (person: Prisma.Sql) => Prisma.sql`g."personId" is null and g."requestId" = any(
    array(select n."requestId" from "RequestPerson" n
      where n."teamId" = ${scope.teamId}::uuid and n."personId" = ${person}))`;
  if (scope.grouping === "person") {
    const person = Prisma.sql`k.key::uuid`;
    return Prisma.sql`${grants} and g."personId" = ${person}
      union all ${grants} and ${named(person)}`;
  }
  const person = Prisma.sql`${scope.personId}::uuid`;
  const whose = scope.personId
    ? Prisma.sql`(g."personId" = ${person} or ${named(person)})`
    : Prisma.sql`true`;
  return Prisma.sql`${grants} and ${ofKey('g."unitId"', scope)} and ${whose}`;
}

/** What the grants are of: looked up by their ids, a fixed number of queries. */
async function readAround(tx: Tx, { teamId }: TimelineScope, found: readonly Row[]) {
  const ids = (of: (row: Row) => string) => [...new Set(found.map(of))];
  const requestIds = ids(({ requestId }) => requestId);
  const [units, requests, functions] = await Promise.all([
    rows<Unit>(
      tx,
      Prisma.sql`select u.id, u.archive, u.code, u.version, u."consentCode", u."accessClass",
          u.policy, coalesce(u.trainings, '{}') as trainings, u."deprecatedOn", u."embargoUntil",
          d."shortTitle"
        from "AccessUnit" u
        cross join lateral (select * from "Dataset" where id = u."datasetId" offset 0) d
        where u.id = any(${ids(({ unitId }) => unitId)}::uuid[])`,
    ),
    rows<Request>(
      tx,
      Prisma.sql`select r.id, r.number, r.lifecycle, exists (select from "Cycle" c
          where c."teamId" = ${teamId}::uuid and c."requestId" = r.id and c.kind = 'renewal'
            and c.state = 'open' and c."submittedOn" is not null) as "renewalFiled"
        from "Request" r where r."teamId" = ${teamId}::uuid and r.id = any(${requestIds}::uuid[])`,
    ),
    rows<{ requestId: string; personId: string; functions: string[] }>(
      tx,
      Prisma.sql`select n."requestId", n."personId", json_agg(n.function) as functions
        from "RequestPerson" n where n."teamId" = ${teamId}::uuid
          and n."requestId" = any(${requestIds}::uuid[]) and n."personId"::text = any(${ids(({ key }) => key)})
        group by 1, 2`,
    ),
  ]);
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    requests: new Map(requests.map((request) => [request.id, request])),
    functions: new Map(
      functions.map(({ requestId, personId, functions }) => [
        `${requestId} ${personId}`,
        functions,
      ]),
    ),
  };
}
