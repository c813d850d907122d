import { type Day, dayToColumn } from "../dates/day";
import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { asJob } from "./transaction";

/** What became of some reminders, and why those that did not go did not. */
export interface Fates {
  sent: number;
  /** Not sent: given up, or waiting for the worker's next attempt. */
  unsent: { to: string; reason: string }[];
  /** In the hands of a worker, or not tried yet. */
  open: number;
}

/**
 * Has the reminders that were planned as of a day go now, where they wait for their first attempt:
 * for their reader's morning, or one after another after a pause. What waits to be tried again waits.
 * @param planned.on as of which day
 * @param planned.teamId of this team only
 * @returns the ids of all those reminders that are not sent yet
 */
export async function hasten(
  job: Job,
  { on, teamId }: { on: Day; teamId?: string },
): Promise<string[]> {
  authorise(job, "notices.deliver");
  const planned = { plannedOn: dayToColumn(on), state: "pending", teamId } as const;
  const kinds = ["reminder", "digest"];
  return asJob(job, async (tx) => {
    await tx.notice.updateMany({
      where: { ...planned, kind: { in: kinds }, attempts: 0, nextAttemptAt: { gt: job.now } },
      data: { nextAttemptAt: job.now },
    });
    const where = { ...planned, kind: "reminder" };
    const rows = await tx.notice.findMany({ where, select: { id: true } });
    return rows.map(({ id }) => id);
  });
}

/** What became of the reminders with these ids; one that a digest carries shares its fate. */
export async function fatesOf(job: Job, ids: readonly string[]): Promise<Fates> {
  authorise(job, "notices.deliver");
  const fates: Fates = { sent: 0, unsent: [], open: 0 };
  for (let start = 0; start < ids.length; start += 1_000) {
    const rows = await asJob(job, (tx) =>
      tx.notice.findMany({
        where: { id: { in: ids.slice(start, start + 1_000) } },
        include: { digest: true },
      }),
    );
    for (const { state, toAddress, error, digest, ...row } of rows) {
      const { attempts, lockedUntil } = digest ?? row;
      // Both are settled at once, but read one after the other; or the digest went without it, and it goes alone.
      const isOver = digest !== null && digest.state !== "pending";
      if (state === "sent") fates.sent++;
      else if (state === "pending" && (isOver || attempts === 0 || lockedUntil)) fates.open++;
      else if (state === "pending" || state === "failed") {
        fates.unsent.push({ to: toAddress, reason: error ?? digest?.error ?? "" });
      }
    }
  }
  return fates;
}
