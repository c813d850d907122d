import { type Day, dayOf } from "../dates/day";
import { BUNCH, type Pace } from "../reminders/brake";
import { type Clock, clockAt } from "../reminders/clock";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { adoptOrphans } from "./orphans";
import { queue } from "./queue";
import { releaseDigests } from "./reminder-digests";
import type { PageStart } from "./reminder-duties";
import { type PlannedPage, planPage } from "./reminder-page";
import { beginRun, brakeOf, endRun, letFewGo, type RunKind } from "./reminder-runs";
import { teamIds } from "./team-ids";
import { inTeam, type Tx } from "./transaction";

/** What one planning run did, or in a dry run would do. */
export interface ReminderReport extends Omit<PlannedPage, "next"> {
  /** The day of the run in UTC, or the day that was asked for. */
  on: Day;
  dryRun: boolean;
  /** How its mails go, and the hours since the run before where that is what slows them. */
  pace: Pace;
  jump: number | null;
}

/** Teams that are planned side by side. */
const LANES = 4;

interface Run {
  kind: RunKind;
  /** Null in a dry run, of which nothing stays. */
  id: string | null;
  clock: Clock;
  /** It looks at every duty, also at those that need no look by what was written down. */
  isFull: boolean;
  /** It plans nothing: the run of all teams does, which knows how much there is of everything. */
  isLeft: boolean;
  report: ReminderReport;
}

/**
 * Plans the reminders that are due, for one team or for all, page by page: each recipient's by their
 * own calendar and clock, of the duties that want to be looked at by now. What was planned before,
 * sent or not, is planned once: a second run, or several at once, add nothing. What lies with
 * somebody who has left goes to a lead first, so that each duty has an owner to remind. The failure
 * of one team does not keep the others from theirs; it is thrown at the end. After a pause, or a jump
 * of the clock, nothing is planned for one team: many small runs would pass where a large one is
 * braked, and the worker plans for all when it starts.
 * @param input.on plans as of this calendar day for everybody, all duties, to be sent at once
 * @param input.dryRun only report: all is done and taken back
 */
export async function planReminders(
  job: Job,
  input: { on?: Day; teamId?: string; dryRun?: boolean } = {},
): Promise<ReminderReport> {
  authorise(job, "reminders.plan");
  const started = performance.now();
  const run = await openRun(job, input);
  const failures = run.isLeft ? [] : await planTeams(job, run, input.teamId);
  await closeRun(job, run, failures.length, performance.now() - started);
  if (failures.length > 0) throw new AggregateError(failures, "Some teams could not be planned");
  return run.report;
}

/** Plans one team, or all in lanes, since most of the time of each goes by waiting for its rows. */
async function planTeams(job: Job, run: Run, teamId?: string): Promise<unknown[]> {
  const failures: unknown[] = [];
  const teams = teamId ? [teamId].values() : teamIds(job);
  const lane = async () => {
    for await (const id of teams) {
      try {
        await planTeam({ ...job, teamId: id }, run);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  // Where mails are spread or held, the place of each among all of the run counts.
  const lanes = run.report.pace === "usual" ? LANES : 1;
  await Promise.all(Array.from({ length: lanes }, lane));
  // So that a dry run tells the very list that is then planned, whichever lane was faster.
  const { selected, skipped, problems } = run.report;
  for (const lines of [selected, skipped, problems]) lines.sort(byTeam);
  return failures;
}

function byTeam(one: { team: string }, other: { team: string }): number {
  if (one.team === other.team) return 0;
  return one.team < other.team ? -1 : 1;
}

async function openRun(
  job: Job,
  { on, teamId, dryRun = false }: { on?: Day; teamId?: string; dryRun?: boolean },
): Promise<Run> {
  const kind = on ? "plan_day" : teamId ? "plan_team" : "plan";
  // Who asks for a day knows what it is.
  const brake = on ? { pace: "usual" as const, jump: null } : await brakeOf(job);
  const today = on ?? dayOf(job.now, "UTC");
  const report = { selected: [], skipped: [], problems: [], mails: 0, on: today, dryRun, ...brake };
  const isLeft = kind === "plan_team" && brake.pace !== "usual";
  // A clock that ran ahead has written down to look again only when it would be right.
  const isBack = brake.pace === "held" && brake.jump !== null && brake.jump < 0;
  return {
    ...{ kind, clock: clockAt(job.now, on), report, isLeft, isFull: on !== undefined || isBack },
    id: dryRun || isLeft ? null : await beginRun(job, { kind, on: today }),
  };
}

async function planTeam(actor: Job & { teamId: string }, run: Run): Promise<void> {
  const { report } = run;
  let after: PageStart | null = null;
  let pages = 0;
  do {
    const page = await planNext(actor, run, after);
    // Added only here, after the commit, since a transaction may run more than once.
    report.selected.push(...page.selected);
    report.skipped.push(...page.skipped);
    report.problems.push(...page.problems);
    report.mails += page.mails;
    after = page.next;
    pages++;
  } while (after);
  const { id } = run;
  if (pages === 1 || id === null) return;
  await inTeam(actor, async (tx) => {
    await releaseDigests(tx, actor.teamId, id);
    await queue(tx, "deliver_notices", {}, "deliver_notices");
  });
}

/** Plans a page; in a dry run it is taken back, with what was done before the first one. */
function planNext(
  actor: Job & { teamId: string },
  { id, kind, clock, isFull, report }: Run,
  after: PageStart | null,
): Promise<PlannedPage> {
  const { pace, mails: mailsBefore, dryRun } = report;
  const sending = { clock, isExplicit: kind === "plan_day", runId: id, pace, mailsBefore };
  const work = async (tx: Tx) => {
    if (after === null || dryRun) await adoptOrphans(tx, actor, dayOf(actor.now, "UTC"));
    return planPage(tx, actor, { ...sending, isFull, after });
  };
  return dryRun ? rehearse(actor, work) : inTeam(actor, work);
}

/** Does the work in a transaction that is taken back; what it returns is what would have come of it. */
async function rehearse<T>(
  actor: Job & { teamId: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const back = new Error("Taken back");
  const found: T[] = [];
  try {
    await inTeam(actor, async (tx) => {
      found[0] = await work(tx);
      throw back;
    });
  } catch (error) {
    if (error !== back) throw error;
  }
  const [outcome] = found;
  if (outcome === undefined) throw back;
  return outcome;
}

async function closeRun(
  job: Job,
  { id, kind, report }: Run,
  failedTeams: number,
  milliseconds: number,
): Promise<void> {
  if (id === null) return;
  if (report.pace === "held" && (await letFewGo(job, id))) report.pace = "usual";
  await endRun(job, { id, kind, milliseconds, report: countsOf(report, failedTeams) });
}

function countsOf(report: ReminderReport, failedTeams: number) {
  const { selected, skipped, problems, mails, pace, jump } = report;
  const byMail = (kind: string) => selected.filter(({ mail }) => mail === kind).length;
  return {
    ...{ selected: selected.length, gathered: byMail("digest"), urgent: byMail("urgent") },
    ...{ in_app: byMail("in_app"), mails, problems: problems.length, failedTeams },
    ...{ held: pace === "held" ? mails : 0, spread: pace === "spread" && mails > BUNCH },
    skipped: Object.fromEntries(
      Array.from(
        Map.groupBy(skipped, ({ reason }) => reason),
        ([reason, lines]) => [reason, lines.length],
      ),
    ),
    jump,
  };
}
