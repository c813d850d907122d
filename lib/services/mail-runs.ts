import { z } from "zod";
import { type Day, dayFromColumn } from "../dates/day";
import type { Member } from "../team/actor";
import { authorise } from "../team/permissions";
import { inTeam, type Tx } from "./transaction";

/** What one run did. Its own numbers count all teams of this Gatebook, those of mail only the reader's. */
export interface RunLine {
  id: string;
  /**
   * Reminders of all teams (`plan`), of this one after a change (`plan_team`), as of a day that
   * somebody asked for (`plan_day`); or duties worked out anew (`reconcile`).
   */
  kind: RunKind;
  /** It has not come to its end: it is at it still, or broke off. */
  isOpen: boolean;
  on: Day;
  startedAt: Date;
  /** How long it took, in milliseconds. */
  took: number;
  /** What became of the mail that it planned for this team. */
  mail: RunMail;
  /** What the run counted itself, in all teams: a number, or numbers by reason. */
  report: Record<string, number | Record<string, number>>;
}

/** Messages to this team's people, by where they go and how far they got. */
interface RunMail {
  /** Mails of their own. */
  alone: number;
  /** Reminders within digests. */
  gathered: number;
  /** Shown in Gatebook only. */
  inApp: number;
  held: number;
  sent: number;
  failed: number;
}

const MOST = 30;
const KINDS = ["plan", "plan_team", "plan_day", "reconcile"] as const;
type RunKind = (typeof KINDS)[number];

const counts = z.record(z.string(), z.number().catch(0));
const report = z.record(z.string(), z.union([z.number(), counts]).catch(0)).catch({});
const running = z.object({ running: z.literal(true) });

/** The last runs, newest first, 30 at most: those that plan reminders and those that recompute duties. */
export async function listRuns(actor: Member): Promise<RunLine[]> {
  authorise(actor, "mail.read");
  const { teamId } = actor;
  return inTeam(actor, async (tx) => {
    const runs = await tx.reminderRun.findMany({
      // A run for one team is of interest to that team only.
      where: { OR: [{ kind: { not: "plan_team" } }, { notices: { some: { teamId } } }] },
      orderBy: { startedAt: "desc" },
      take: MOST,
    });
    const mail = await mailOf(
      tx,
      actor,
      runs.map(({ id }) => id),
    );
    return runs.map((run) => ({
      ...{ id: run.id, startedAt: run.startedAt, on: dayFromColumn(run.on) },
      // One that a wrong clock made is marked as such, and was one of all teams.
      kind: KINDS.find((kind) => kind === run.kind) ?? "plan",
      isOpen: running.safeParse(run.report).success,
      took: run.endedAt.getTime() - run.startedAt.getTime(),
      mail: mail.get(run.id) ?? noMail(),
      report: report.parse(run.report),
    }));
  });
}

function noMail(): RunMail {
  return { alone: 0, gathered: 0, inApp: 0, held: 0, sent: 0, failed: 0 };
}

async function mailOf(tx: Tx, { teamId }: Member, runIds: string[]): Promise<Map<string, RunMail>> {
  // The digest itself is only the envelope of what it gathers.
  const count = (digestId: null | { not: null }) =>
    tx.notice.groupBy({
      by: ["runId", "state"],
      where: { teamId, runId: { in: runIds }, kind: "reminder", digestId },
      _count: true,
    });
  const alone = await count(null);
  const gathered = await count({ not: null });
  const found = new Map<string, RunMail>();
  const add = (place: "alone" | "gathered", groups: typeof alone) => {
    for (const { runId, state, _count } of groups) {
      const mail = found.get(runId ?? "") ?? noMail();
      found.set(runId ?? "", mail);
      if (state === "in_app") mail.inApp += _count;
      else mail[place] += _count;
      if (state === "held" || state === "sent" || state === "failed") mail[state] += _count;
    }
  };
  add("alone", alone);
  add("gathered", gathered);
  return found;
}
