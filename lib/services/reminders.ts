import { type Day, dayOf, dayToColumn } from "../dates/day";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { adoptOrphans } from "./orphans";
import { type PageStart, type PlannedPage, planPage } from "./reminder-page";
import { teamIds } from "./team-ids";
import { asJob, inTeam } from "./transaction";

/** What one planning run did, or in a dry run would do. */
export interface ReminderReport extends Omit<PlannedPage, "next"> {
  on: Day;
  dryRun: boolean;
}

/**
 * Plans the reminders that are due as of a day, for one team or for all, page by page. What was
 * planned before, sent or not, is planned once: a second run, or several at once, add nothing. What
 * lies with somebody who has left goes to a lead first, so that each duty has an owner to remind. The
 * failure of one team does not keep the others from theirs; it is thrown at the end.
 * @param input.on the calendar day to plan for; the worker takes the day it is in UTC
 * @param input.dryRun only report
 */
export async function planReminders(
  job: Job,
  input: { on: Day; teamId?: string; dryRun?: boolean },
): Promise<ReminderReport> {
  authorise(job, "reminders.plan");
  const { on, teamId, dryRun = false } = input;
  const started = performance.now();
  const report: ReminderReport = { on, dryRun, selected: [], skipped: [], problems: [] };
  const failures: unknown[] = [];
  for await (const id of teamId ? [teamId] : teamIds(job)) {
    try {
      await planTeam({ ...job, teamId: id }, report);
    } catch (error) {
      failures.push(error);
    }
  }
  if (!dryRun) await storeRun(job, report, failures.length, performance.now() - started);
  if (failures.length > 0) throw new AggregateError(failures, "Some teams could not be planned");
  return report;
}

async function planTeam(actor: Job & { teamId: string }, report: ReminderReport): Promise<void> {
  const { on, dryRun } = report;
  if (!dryRun) await inTeam(actor, (tx) => adoptOrphans(tx, actor, dayOf(actor.now, "UTC")));
  let after: PageStart | null = null;
  do {
    const from: PageStart | null = after;
    const page: PlannedPage = await inTeam(actor, (tx) =>
      planPage(tx, actor, { on, dryRun, after: from }),
    );
    // Added only here, after the commit, since a transaction may run more than once.
    report.selected.push(...page.selected);
    report.skipped.push(...page.skipped);
    report.problems.push(...page.problems);
    after = page.next;
  } while (after);
}

/** Keeps what a run did; counts only, since the row belongs to no team. */
async function storeRun(
  job: Job,
  report: ReminderReport,
  failedTeams: number,
  milliseconds: number,
): Promise<void> {
  const { on, selected, skipped, problems } = report;
  const counts = {
    selected: selected.length,
    skipped: skipped.length,
    problems: problems.length,
    failedTeams,
  };
  const endedAt = new Date(job.now.getTime() + milliseconds);
  await asJob(job, (tx) =>
    tx.reminderRun.create({
      data: { on: dayToColumn(on), startedAt: job.now, endedAt, report: counts },
    }),
  );
}
