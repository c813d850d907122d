import type { TaskList } from "graphile-worker";
import { z } from "zod";
import type { Mailer } from "../email/transport";
import { log } from "../log";
import { deliverNotices } from "../services/delivery";
import type { Tasks } from "../services/queue";
import { reconcileDuties } from "../services/reconcile";
import { planReminders } from "../services/reminders";
import { watchVersions } from "../services/version-watch";
import type { Job } from "../team/actor";

const teamPayload = z.object({ teamId: z.uuid().optional() });

function jobOf(name: keyof Tasks): Job {
  return { kind: "job", name, now: new Date() };
}

/**
 * The tasks of the worker; each reads the clock once and calls one service.
 * @param signal tells a delivery to end after its batch
 */
export function makeTasks(mailer: Mailer, signal: AbortSignal) {
  return {
    async plan_reminders(payload: unknown) {
      const { teamId } = teamPayload.parse(payload);
      const job = jobOf("plan_reminders");
      const report = await planReminders(job, { teamId });
      const { selected, skipped, problems, mails, pace, jump } = report;
      const counts = { selected: selected.length, skipped: skipped.length, mails };
      log().info({ ...counts, pace, jump, problems }, "reminders planned");
    },
    async reconcile_duties(payload: unknown) {
      const report = await reconcileDuties(jobOf("reconcile_duties"), teamPayload.parse(payload));
      const { teams, changed } = report;
      // Something was written past the services, or an earlier release knew less.
      if (changed.some(({ differences }) => differences > 0)) {
        log().warn({ teams, changed }, "duties repaired");
      } else log().info({ teams, changed }, "duties recomputed");
    },
    async watch_versions(payload: unknown) {
      const found = await watchVersions(jobOf("watch_versions"), teamPayload.parse(payload));
      log().info({ found }, "newer versions looked for");
    },
    async deliver_notices() {
      const report = await deliverNotices(jobOf("deliver_notices"), mailer, { signal });
      log().debug(report, "mail delivered");
    },
  } satisfies Record<keyof Tasks, unknown> & TaskList;
}
