import { dayToColumn } from "../dates/day";
import { countChanges, type StandingChanges } from "../obligations/standing-changes";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { utcDay } from "../team/today";
import { record } from "./events";
import { reconcileGrants, reconcileIncidents } from "./reconcile-causes";
import { followAgreements } from "./standing-agreements";
import { followInstitution, followPeople } from "./standing-people";
import { followRequests } from "./standing-requests";
import { teamIds } from "./team-ids";
import { asJob, inTeam, type Tx } from "./transaction";

/** What of one team was not as its facts have it, and was repaired. */
export interface TeamDifferences {
  teamId: string;
  /** Duties that were missing, closed, worded otherwise or open against their facts. */
  differences: number;
  /** Duties that ended only because a day went by, which is no difference. */
  ended: number;
}

/** What one run found; a team is named where anything was written. */
export interface ReconcileReport {
  teams: number;
  changed: TeamDifferences[];
  failed: number;
}

/** So many of a kind are recomputed in one transaction. */
const PAGE = 100;

/**
 * Recomputes all duties that follow from facts, of one team or of all: standing ones, the ends of
 * approvals, the windows of renewals, what must be told of incidents. There is nothing to repair
 * unless facts changed past the services; what is found is repaired, told in the team's history and
 * reported. The failure of one team does not keep the others from theirs; it is thrown at the end.
 */
export async function reconcileDuties(
  job: Job,
  input: { teamId?: string } = {},
): Promise<ReconcileReport> {
  authorise(job, "duties.reconcile");
  const started = performance.now();
  const report: ReconcileReport = { teams: 0, changed: [], failed: 0 };
  const failures: unknown[] = [];
  for await (const teamId of input.teamId ? [input.teamId] : teamIds(job)) {
    try {
      const found = await reconcileTeam({ ...job, teamId });
      if (found.differences + found.ended > 0) report.changed.push(found);
    } catch (error) {
      failures.push(error);
    }
    report.teams += 1;
  }
  report.failed = failures.length;
  await storeRun(job, report, performance.now() - started);
  if (failures.length > 0) throw new AggregateError(failures, "Some teams could not be recomputed");
  return report;
}

type TeamJob = Job & { teamId: string };
type Part = (tx: Tx, actor: TeamJob, ids: readonly string[]) => Promise<StandingChanges[]>;

async function reconcileTeam(actor: TeamJob): Promise<TeamDifferences> {
  const { teamId } = actor;
  const found: TeamDifferences = { teamId, differences: 0, ended: 0 };
  const add = (changes: readonly StandingChanges[]) => {
    for (const change of changes) {
      found.differences += countChanges(change);
      found.ended += change.close.filter(({ byClock }) => byClock).length;
    }
  };
  const parts: readonly { part: Part; table: "person" | "request" | "agreement" }[] = [
    { part: followPeople, table: "person" },
    { part: followRequests, table: "request" },
    { part: followAgreements, table: "agreement" },
  ];
  for (const { part, table } of parts) {
    for (const ids of await pagesOf(actor, table)) {
      add(await inTeam(actor, (tx) => part(tx, actor, ids)));
    }
  }
  add(await inTeam(actor, (tx) => followInstitution(tx, actor)));
  for (const ids of await pagesOf(actor, "request")) {
    found.differences += await inTeam(actor, (tx) => reconcileGrants(tx, actor, ids));
  }
  found.differences += await inTeam(actor, (tx) => reconcileIncidents(tx, actor));
  if (found.differences > 0) await inTeam(actor, (tx) => tellTeam(tx, actor, found));
  return found;
}

/** The ids of all rows of a team in a table, by pages. */
async function pagesOf(
  actor: TeamJob,
  table: "person" | "request" | "agreement",
): Promise<string[][]> {
  const { teamId } = actor;
  const query = { where: { teamId }, select: { id: true }, orderBy: { id: "asc" } } as const;
  const rows = await inTeam(actor, (tx): Promise<{ id: string }[]> => {
    if (table === "person") return tx.person.findMany(query);
    return table === "request" ? tx.request.findMany(query) : tx.agreement.findMany(query);
  });
  const pages: string[][] = [];
  for (let at = 0; at < rows.length; at += PAGE) {
    pages.push(rows.slice(at, at + PAGE).map(({ id }) => id));
  }
  return pages;
}

function tellTeam(tx: Tx, actor: TeamJob, { teamId, differences }: TeamDifferences): Promise<void> {
  return record(tx, actor, {
    ...{ action: "obligation.reconciled", subjectType: "team", subjectId: teamId },
    data: { count: differences },
  });
}

/** Keeps what a run did; counts only, since the row belongs to no team. */
async function storeRun(job: Job, report: ReconcileReport, milliseconds: number): Promise<void> {
  const sum = (count: (found: TeamDifferences) => number) =>
    report.changed.reduce((total, found) => total + count(found), 0);
  const counts = {
    ...{ teams: report.teams, failedTeams: report.failed },
    ...{ differences: sum((found) => found.differences), ended: sum((found) => found.ended) },
  };
  const endedAt = new Date(job.now.getTime() + milliseconds);
  await asJob(job, (tx) =>
    tx.reminderRun.create({
      data: {
        ...{ kind: "reconcile", on: dayToColumn(utcDay(job)), startedAt: job.now, endedAt },
        report: counts,
      },
    }),
  );
}
