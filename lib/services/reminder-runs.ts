import type { Prisma } from "@/prisma/client/client";
import { type Day, dayToColumn } from "../dates/day";
import { type Brake, brakeAfter, MAILS_UNSEEN } from "../reminders/brake";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { queue } from "./queue";
import { asJob } from "./transaction";

/**
 * What plans: the worker for all teams (`plan`), whose runs tell how long it slept; for one team
 * after a change (`plan_team`); and a command for a day (`plan_day`).
 */
export type RunKind = "plan" | "plan_team" | "plan_day";

const DAY_MS = 86_400_000;

/** Writes down that a run begins, so that what it plans names it and its end can be told from a crash. */
export async function beginRun(job: Job, run: { kind: RunKind; on: Day }): Promise<string> {
  authorise(job, "reminders.plan");
  const { now } = job;
  const { id } = await asJob(job, (tx) =>
    tx.reminderRun.create({
      data: {
        ...{ kind: run.kind, on: dayToColumn(run.on), startedAt: now, endedAt: now },
        report: { running: true },
      },
      select: { id: true },
    }),
  );
  return id;
}

/**
 * How fast mails may go, from how long ago the worker last planned to the end. One that broke off
 * counts for nothing: what it would have held must not go because it was tried.
 */
export async function brakeOf(job: Job): Promise<Brake> {
  authorise(job, "reminders.plan");
  const [last] = await asJob(
    job,
    (tx) => tx.$queryRaw<{ startedAt: Date }[]>`
      select "startedAt" from "ReminderRun"
      where kind = 'plan' and report->>'running' is distinct from 'true'
      order by "startedAt" desc limit 1`,
  );
  return brakeAfter(last?.startedAt ?? null, job.now);
}

/**
 * Writes down what a run did; counts only, since the row belongs to no team. Runs that lie more than
 * a day ahead were made by a wrong clock, and count no longer once this one is over.
 */
export async function endRun(
  job: Job,
  run: { id: string; kind: RunKind; milliseconds: number; report: Prisma.InputJsonObject },
): Promise<void> {
  authorise(job, "reminders.plan");
  const { now } = job;
  const endedAt = new Date(now.getTime() + run.milliseconds);
  await asJob(job, async (tx) => {
    await tx.reminderRun.update({
      where: { id: run.id },
      data: { endedAt, report: run.report },
    });
    if (run.kind !== "plan") return;
    await tx.reminderRun.updateMany({
      where: { kind: "plan", startedAt: { gt: new Date(now.getTime() + DAY_MS) } },
      data: { kind: "plan_ahead" },
    });
  });
}

/**
 * Lets go what a run held back, where it is so little that nobody needs to look at it, together with
 * what runs before it held that broke off. @returns whether it went
 */
export async function letFewGo(job: Job, runId: string): Promise<boolean> {
  authorise(job, "reminders.plan");
  return asJob(job, async (tx) => {
    await tx.$executeRaw`
      update "Notice" n set "runId" = ${runId}::uuid from "ReminderRun" r
      where n.state = 'held' and n."runId" = r.id and r.id <> ${runId}::uuid
        and r.kind = 'plan' and r.report->>'running' = 'true'`;
    const held = { runId, state: "held" } as const;
    if ((await tx.notice.count({ where: { ...held, digestId: null } })) > MAILS_UNSEEN)
      return false;
    await tx.notice.updateMany({ where: held, data: { state: "pending" } });
    await queue(tx, "deliver_notices", {}, "deliver_notices");
    return true;
  });
}
