import type { Tx } from "./tx";

/** The tasks of the worker and what each is told. */
export interface Tasks {
  /** Send what waits in the outbox. */
  deliver_notices: Record<string, never>;
  /** Plan the reminders of one team, after a change. */
  plan_reminders: { teamId?: string };
  /** Recompute all duties that follow from facts. */
  reconcile_duties: { teamId?: string };
  /** Look for newer versions of what the teams have. */
  watch_versions: { teamId?: string };
}

/**
 * Queues a job in the transaction that causes it: it runs after the commit, or never; from `runAt`
 * on when that is given. Jobs with the same key that have not started yet are one job, which runs
 * when the last of them asked, so a job for later needs a key of its own.
 */
export async function queue<Name extends keyof Tasks>(
  tx: Tx,
  task: Name,
  payload: Tasks[Name],
  jobKey: string,
  runAt: Date | null = null,
): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(
    ${task}, ${JSON.stringify(payload)}::json,
    run_at := ${runAt}::timestamptz, job_key := ${jobKey}, max_attempts := 25)`;
}
