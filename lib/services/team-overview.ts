import { Prisma } from "@/prisma/client/client";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { PARTIES, type Party, REVIEW_STATUSES, type ReviewStatus } from "../archives/lifecycle";
import {
  END_BANDS,
  type EndBandId,
  nextMonths,
  WAIT_BANDS,
  type WaitBandId,
} from "../dashboard/bands";
import { addMonths, type Day } from "../dates/day";
import type { Spread } from "../requests/durations";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { todayFor } from "../team/today";
import { rows } from "./access-rows";
import { readTimesToAccess } from "./durations";
import { standingSteps } from "./standing-steps";
import { inTeam, type Tx } from "./transaction";

/** How many requests stand in one step of an archive; equal steps of its lifecycles are one. */
export interface PipelineStep {
  archive: string;
  archiveName: string;
  /** The archive's words. */
  label: string;
  status: ReviewStatus;
  waitingOn: Party;
  requests: number;
  /** Since when the one that has stood there longest does. */
  since: Day;
}

/** On whom something waits, and for how long. */
export interface WaitingParty {
  party: Party;
  requests: number;
  /** Of these, how many have waited how long. */
  bands: Record<WaitBandId, number>;
  /** In days. */
  median: number;
  longest: number;
}

export interface TeamOverview {
  /** In the order of archives and statuses; only where something stands. */
  pipeline: PipelineStep[];
  /** Requests by when the first of their approvals in force ends; those without any end in none. */
  ends: Record<EndBandId, number>;
  /** Approvals by the month in which they end, for this month and the eleven after it. */
  months: { month: Day; byArchive: Record<string, number> }[];
  /** Whoever is waited on, our own house first. */
  waiting: WaitingParty[];
  /** From filing to approval; quartiles are null under five. */
  timeToAccess: { archive: string; lifecycle: string; name: string; total: Spread }[];
}

/**
 * How a team's requests stand: everything is counted by PostgreSQL, no row of them is read. A request
 * counts once, where its most pressing part stands, as in the list.
 */
export async function getTeamOverview(actor: Member): Promise<TeamOverview> {
  authorise(actor, "dashboard.read");
  const today = todayFor(actor);
  // Side by side, over a connection each: a large team's parts take as long as each other.
  const [{ pipeline, waiting }, { ends, months }, timeToAccess] = await Promise.all([
    inTeam(actor, (tx) => readStanding(tx, actor, today)),
    inTeam(actor, async (tx) => {
      const [ends, months] = [readEnds(tx, actor, today), readMonths(tx, actor, today)];
      return { ends: await ends, months: await months };
    }),
    inTeam(actor, (tx) => readTimesToAccess(tx, actor.teamId)),
  ]);
  return {
    ...{ pipeline, ends, months, waiting },
    timeToAccess: timeToAccess.map((each) => ({ ...each, name: nameOf(each) })),
  };
}

function nameOf({ archive, lifecycle }: { archive: string; lifecycle: string }): string {
  const lifecycles = archiveByCode(archive)?.lifecycles ?? [];
  return lifecycles.find(({ id }) => id === lifecycle)?.name ?? archive;
}

/** The team's requests by id, apart from their answers and all else that is wide. */
const requestsOf = (teamId: string) =>
  Prisma.sql`(select id, archive, lifecycle from "Request" where "teamId" = ${teamId}::uuid)`;

/** A number of days as one of bands, in SQL. */
function band(days: Prisma.Sql, bands: readonly { id: string; to: number | null }[]): Prisma.Sql {
  const cases = bands.map(({ id, to }) =>
    to === null ? Prisma.sql`else ${id}` : Prisma.sql`when ${days} <= ${to}::int then ${id}`,
  );
  return Prisma.sql`(case ${Prisma.join(cases, " ")} end)`;
}

export async function readEnds(
  tx: Tx,
  { teamId }: Member,
  today: Day,
): Promise<Record<EndBandId, number>> {
  const counts = await rows<{ band: EndBandId; count: number }>(
    tx,
    Prisma.sql`select band, count(*)::int as count from (
        select ${band(Prisma.sql`(min("endsOn") - ${today}::date)`, END_BANDS)} as band from "Grant"
        where "teamId" = ${teamId}::uuid and "endedOn" is null and "endsOn" is not null
        group by "requestId") ends
      group by band`,
  );
  return totals(
    END_BANDS.map(({ id }) => id),
    counts,
  );
}

function totals<Id extends string>(
  ids: readonly Id[],
  counts: readonly { band: Id; count: number }[],
): Record<Id, number> {
  const of = (id: Id) => counts.find((row) => row.band === id)?.count ?? 0;
  return Object.fromEntries(ids.map((id) => [id, of(id)])) as Record<Id, number>;
}

async function readMonths(tx: Tx, { teamId }: Member, today: Day): Promise<TeamOverview["months"]> {
  const months = nextMonths(today);
  const [first] = months;
  const counts = await rows<{ month: Day; archive: string; count: number }>(
    tx,
    Prisma.sql`select date_trunc('month', "endsOn")::date as month, archive, sum(grants)::int as count
      from (select "requestId", "endsOn", count(*) as grants from "Grant"
        where "teamId" = ${teamId}::uuid and "endedOn" is null
          and "endsOn" >= ${today}::date and "endsOn" < ${addMonths(first ?? today, 12)}::date
        group by "requestId", "endsOn") ends
      join ${requestsOf(teamId)} r on r.id = ends."requestId"
      group by month, archive`,
  );
  return months.map((month) => ({
    month,
    byArchive: Object.fromEntries(
      counts.filter((row) => row.month === month).map((row) => [row.archive, row.count]),
    ),
  }));
}

interface StandingRow extends Record<WaitBandId, number> {
  archive: string | null;
  lifecycle: string | null;
  step: string | null;
  party: string | null;
  requests: number;
  since: Day;
  median: number;
  longest: number;
}

/** Requests by step, in rows without a party, and by party, in rows without a step. */
async function readStanding(tx: Tx, { teamId }: Member, today: Day) {
  const bands = WAIT_BANDS.map(
    ({ id }) => Prisma.sql`(count(*) filter (where band = ${id}))::int as ${Prisma.raw(`"${id}"`)}`,
  );
  const found = await rows<StandingRow>(
    tx,
    Prisma.sql`select archive, lifecycle, step, party, count(*)::int as requests,
        min("stepSince") as since, max(days)::int as longest,
        percentile_cont(0.5) within group (order by days) as median, ${Prisma.join(bands)}
      from (select *, ${band(Prisma.sql`days`, WAIT_BANDS)} as band
        from (select archive, lifecycle, step, "waitingOn" as party, "stepSince",
            greatest(0, ${today}::date - "stepSince") as days
          from (${standingSteps(teamId)}) stands
          join ${requestsOf(teamId)} r on r.id = stands."requestId") waits) banded
      group by grouping sets ((archive, lifecycle, step), (party))`,
  );
  return { pipeline: pipelineOf(found), waiting: waitingOf(found) };
}

function pipelineOf(found: readonly StandingRow[]): PipelineStep[] {
  return ARCHIVES.flatMap(({ code, name, lifecycles }) => {
    const steps = lifecycles.flatMap((lifecycle) =>
      lifecycle.steps.flatMap(({ id, label, status, waitingOn }): PipelineStep[] => {
        const row = found.find(
          (each) => each.archive === code && each.lifecycle === lifecycle.id && each.step === id,
        );
        if (!row) return [];
        const { requests, since } = row;
        return [{ archive: code, archiveName: name, label, status, waitingOn, requests, since }];
      }),
    );
    const equal = Map.groupBy(steps, ({ label, status }) => `${status} ${label}`);
    return [...equal.values()]
      .flatMap(([first, ...more]) => (first ? more.reduce(together, first) : []))
      .sort((a, b) => REVIEW_STATUSES.indexOf(a.status) - REVIEW_STATUSES.indexOf(b.status));
  });
}

function together(a: PipelineStep, b: PipelineStep): PipelineStep {
  const [since = a.since] = [a.since, b.since].toSorted();
  return { ...a, requests: a.requests + b.requests, since };
}

function waitingOf(found: readonly StandingRow[]): WaitingParty[] {
  return PARTIES.filter((party) => party !== "nobody").flatMap((party) => {
    const row = found.find((each) => each.party === party);
    if (!row) return [];
    const { requests, median, longest } = row;
    const inBands = WAIT_BANDS.map(({ id }) => ({ band: id, count: row[id] }));
    return {
      ...{ party, requests, median, longest },
      bands: totals(
        WAIT_BANDS.map(({ id }) => id),
        inBands,
      ),
    };
  });
}
