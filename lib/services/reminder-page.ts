import { randomUUID } from "node:crypto";
import { addDays, type Day, dayFromColumn, dayToColumn } from "../dates/day";
import { HORIZON } from "../reminders/milestones";
import { type PlannedNotice, planReminder, type Silence } from "../reminders/plan";
import type { Recipients } from "../reminders/recipients";
import type { Job, TeamActor } from "../team/actor";
import { type DescribedDuty, DUTY_COLUMNS, dutyFacts } from "./duty-facts";
import { record } from "./events";
import { messageIdOf } from "./outbox";
import { queue } from "./queue";
import { reminderContext } from "./reminder-context";
import type { Tx } from "./transaction";

/** A reminder that is planned now, as reports show it. */
export interface SelectedLine {
  /** Empty in a dry run. */
  noticeId: string;
  /** The team's name in addresses. */
  team: string;
  /** Null for a duty apart from any request. */
  number: string | null;
  /** The access unit; for a duty that is not about an approval, what is to be done. */
  dataset: string;
  /** Name and address of who gets it. */
  to: string;
  milestone: number;
  dueOn: Day;
  /** Why this person gets it: `holder`, `pi`, `owner`, `lead`. */
  why: string;
}

/** A duty near its end for which nothing was planned. */
export interface SkippedLine {
  team: string;
  number: string | null;
  dataset: string;
  dueOn: Day;
  reason: Silence | "planned_before";
}

/** A duty that the right people cannot be reminded of; somebody has to look. */
export interface ProblemLine {
  team: string;
  number: string | null;
  dataset: string;
  dueOn: Day;
  problem: NonNullable<Recipients["problem"]>;
}

/** What planning a page of duties did, or in a dry run would do. */
export interface PlannedPage {
  selected: SelectedLine[];
  skipped: SkippedLine[];
  problems: ProblemLine[];
  /** Where the next page begins; null after the last one. */
  next: PageStart | null;
}

/** The last duty of the page before. */
export type PageStart = { dueOn: Day; id: string };

type Naming = Pick<SelectedLine, "team" | "number" | "dataset" | "dueOn">;
type TeamJob = TeamActor & Job;
type Planned = { duty: DescribedDuty; notices: PlannedNotice[] };

const PAGE = 100;

/**
 * Plans the reminders of one page of a team's open duties, nearest end first, within one
 * transaction: messages, history, and the job that sends them.
 * @param input.after the `next` of the page before, null for the first
 */
export async function planPage(
  tx: Tx,
  actor: TeamJob,
  input: { on: Day; dryRun: boolean; after: PageStart | null },
): Promise<PlannedPage> {
  const { on, dryRun } = input;
  const { duties, next } = await readDuties(tx, actor.teamId, on, input.after);
  const page: PlannedPage = { selected: [], skipped: [], problems: [], next };
  const { slug } = await tx.team.findUniqueOrThrow({ where: { id: actor.teamId } });
  const naming = ({ number, dataset, dueOn }: DescribedDuty) => {
    return { team: slug, number, dataset, dueOn };
  };
  const planned = decide(duties, on, page, naming);
  const notices = planned.flatMap((entry) => entry.notices);
  const ids = dryRun ? await missing(tx, actor, notices) : await insert(tx, actor, on, notices);
  for (const { duty, notices: all } of planned) {
    const fresh = all.filter(({ key }) => ids.has(key));
    if (fresh.length === 0) page.skipped.push({ ...naming(duty), reason: "planned_before" });
    else if (!dryRun) await recordPlan(tx, actor, on, duty, fresh);
    for (const { key, name, address, milestone, reasons } of fresh) {
      const who = { to: `${name} <${address}>`, why: reasons.join(", ") };
      const noticeId = ids.get(key) ?? "";
      page.selected.push({ noticeId, ...naming(duty), milestone, ...who });
    }
  }
  if (page.selected.length > 0 && !dryRun) {
    await queue(tx, "deliver_notices", {}, "deliver_notices");
  }
  return page;
}

async function readDuties(tx: Tx, teamId: string, on: Day, after: PageStart | null) {
  const gte = dayToColumn(addDays(on, -HORIZON.back));
  const lte = dayToColumn(addDays(on, HORIZON.ahead));
  const dueOn = after && dayToColumn(after.dueOn);
  const rows = await tx.obligation.findMany({
    where: {
      ...{ teamId, state: "open", dueOn: { gte, lte } },
      ...(dueOn && { OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: after.id } }] }),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: PAGE,
    select: DUTY_COLUMNS,
  });
  const context = await reminderContext(tx, teamId);
  const last = rows.length < PAGE ? undefined : rows.at(-1);
  const next = last ? { dueOn: dayFromColumn(last.dueOn), id: last.id } : null;
  return { duties: rows.map((row) => dutyFacts(row, context)), next };
}

/** Sorts the duties: those that call for messages are returned, the others go into the report. */
function decide(
  duties: readonly DescribedDuty[],
  on: Day,
  page: PlannedPage,
  naming: (duty: DescribedDuty) => Naming,
): Planned[] {
  return duties.flatMap((duty) => {
    const plan = planReminder(duty, on);
    if ("silence" in plan) {
      page.skipped.push({ ...naming(duty), reason: plan.silence });
      return [];
    }
    if (plan.problem) page.problems.push({ ...naming(duty), problem: plan.problem });
    return plan.notices.length > 0 ? [{ duty, notices: plan.notices }] : [];
  });
}

/** The keys that a real run would add. */
async function missing(
  tx: Tx,
  actor: TeamJob,
  notices: readonly PlannedNotice[],
): Promise<Map<string, string>> {
  const keys = notices.map(({ key }) => key);
  const known = await tx.notice.findMany({
    where: { teamId: actor.teamId, key: { in: keys } },
    select: { key: true },
  });
  const taken = new Set(known.map(({ key }) => key));
  return new Map(keys.filter((key) => !taken.has(key)).map((key) => [key, ""]));
}

/** Writes what is not there yet; the ids of what was new, by key. */
async function insert(
  tx: Tx,
  actor: TeamJob,
  on: Day,
  notices: readonly PlannedNotice[],
): Promise<Map<string, string>> {
  const { teamId, now } = actor;
  const data = notices.map((notice) => {
    const id = randomUUID();
    return {
      ...{ id, teamId, kind: "reminder", key: notice.key, messageId: messageIdOf(id) },
      ...{ obligationId: notice.obligationId, personId: notice.personId },
      ...{ dueOn: dayToColumn(notice.dueOn), milestone: notice.milestone },
      ...{ plannedOn: dayToColumn(on), toAddress: notice.address, toName: notice.name },
      ...{ createdAt: now, nextAttemptAt: now },
    };
  });
  const select = { id: true, key: true } as const;
  const rows = await tx.notice.createManyAndReturn({ data, skipDuplicates: true, select });
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function recordPlan(
  tx: Tx,
  actor: TeamJob,
  on: Day,
  duty: DescribedDuty,
  notices: readonly PlannedNotice[],
): Promise<void> {
  const { obligationId, requestId, dataset, dueOn } = duty;
  const milestone = notices[0]?.milestone ?? 0;
  await record(tx, actor, {
    ...{ action: "reminder.planned", subjectType: "obligation", subjectId: obligationId },
    ...(requestId && { requestId }),
    ...{ data: { on, dataset, dueOn, milestone, to: notices.map(({ name }) => name) } },
  });
}
