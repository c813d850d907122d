import type { Job } from "../team/actor";
import { authorise } from "../team/permissions";
import { asJob } from "./transaction";

/** Notes that a process is alive; `/api/health` tells how long ago that was. */
export async function beat(job: Job): Promise<void> {
  authorise(job, "health.beat");
  const { name, now: at } = job;
  await asJob(job, (tx) =>
    tx.heartbeat.upsert({ where: { name }, create: { name, at }, update: { at } }),
  );
}
