import type { Day } from "../dates/day";
import { type MailKind, planReminder, type Silence } from "../reminders/plan";
import type { Recipients } from "../reminders/recipients";
import type { Level } from "../reminders/schedule";
import type { Job, TeamActor } from "../team/actor";
import type { DescribedDuty } from "./duty-facts";
import { type NewEvent, recordAll } from "./events";
import { queue } from "./queue";
import { type PageStart, readDuties, writeNextLook } from "./reminder-duties";
import { missingKeys, type PlannedRow, writeNotices } from "./reminder-notices";
import type { Sending } from "./reminder-rows";
import type { Tx } from "./transaction";

interface DutyLine {
  /** The team's name in addresses. */
  team: string;
  /** Null for a duty apart from any request. */
  number: string | null;
  /** The access unit; for a duty that is not about an approval, what is to be done. */
  dataset: string;
  dueOn: Day;
}

/** A reminder that is planned now, as reports show it. */
export interface SelectedLine extends DutyLine {
  /** Empty in a dry run. */
  noticeId: string;
  /** Name and address of who gets it. */
  to: string;
  /** Days before the due day, negative after it; from 1000 on, 1000 and hours before its moment. */
  milestone: number;
  /** Why this person gets it: codes of lib/reminders/recipients.ts. */
  why: string;
  /** Why on this day: whose schedule has that milestone. */
  level: Level;
  /** By a mail of its own, in the mail of the day, or in Gatebook only. */
  mail: MailKind;
  /** An IANA name: it goes at 08:00 there, unless at once. */
  timeZone: string;
  atOnce: boolean;
}

/** A duty near its end for which nothing was planned. */
export interface SkippedLine extends DutyLine {
  reason: Exclude<Silence, "no_milestone"> | "planned_before";
}

/** A duty that the right people cannot be reminded of; somebody has to look. */
export interface ProblemLine extends DutyLine {
  problem: NonNullable<Recipients["problem"]>;
}

/** What planning a page of duties did, or in a dry run would do. */
export interface PlannedPage {
  selected: SelectedLine[];
  skipped: SkippedLine[];
  problems: ProblemLine[];
  /** Mails that will go, a digest counted once. */
  mails: number;
  /** Where the next page begins; null after the last one. */
  next: PageStart | null;
}

/** How a run plans. */
export interface PageInput extends Omit<Sending, "isAlone"> {
  /** Looks at every duty, not only at those that want to be looked at by now. */
  isFull: boolean;
  /** The `next` of the page before, null for the first. */
  after: PageStart | null;
}

type TeamJob = TeamActor & Job;

/**
 * Plans the reminders of one page of a team's open duties, nearest end first, within one
 * transaction: messages, digests, history, when to look again, and the job that sends.
 */
export async function planPage(tx: Tx, actor: TeamJob, input: PageInput): Promise<PlannedPage> {
  const { teamId } = actor;
  const found = await readDuties(tx, teamId, input);
  if (!found) return { selected: [], skipped: [], problems: [], mails: 0, next: null };
  const { context, duties, next, seen } = found;
  const { slug } = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
  const page: PlannedPage = { selected: [], skipped: [], problems: [], mails: 0, next };
  const planned = duties.flatMap((duty) => {
    const plan = planReminder(duty, context, input.clock);
    if ("silence" in plan) {
      const { silence: reason } = plan;
      if (reason !== "no_milestone") page.skipped.push({ ...lineOf(duty, slug), reason });
      return [];
    }
    if (plan.problem) page.problems.push({ ...lineOf(duty, slug), problem: plan.problem });
    return plan.notices.map((notice) => ({ notice, duty }));
  });
  const fresh = await missingKeys(tx, actor, planned);
  const isAlone = input.after === null && next === null;
  const { ids, mails } = await writeNotices(tx, actor, fresh, { ...input, isAlone });
  const written = fresh.filter(({ notice }) => ids.has(notice.key));
  page.mails = mails;
  page.selected.push(...written.map((row) => selectedLine(row, slug, ids)));
  page.skipped.push(...plannedBefore(planned, written, slug));
  await recordAll(tx, actor, eventsOf(written));
  if (!input.isExplicit) await writeNextLook(tx, teamId, { duties, seen, context, ...input });
  if (mails > 0 && isAlone) await queue(tx, "deliver_notices", {}, "deliver_notices");
  return page;
}

function lineOf({ number, dataset, dueOn }: DescribedDuty, team: string): DutyLine {
  return { team, number, dataset, dueOn };
}

function selectedLine(
  { notice, duty }: PlannedRow,
  team: string,
  ids: ReadonlyMap<string, string>,
): SelectedLine {
  const { key, name, address, milestone, reasons, level, mail, timeZone, atOnce } = notice;
  const who = { to: `${name} <${address}>`, why: reasons.join(", ") };
  const how = { level, mail, timeZone, atOnce };
  return { noticeId: ids.get(key) ?? "", ...lineOf(duty, team), milestone, ...who, ...how };
}

/** The duties of which every reminder that is due was planned earlier. */
function plannedBefore(
  planned: readonly PlannedRow[],
  written: readonly PlannedRow[],
  slug: string,
): SkippedLine[] {
  const fresh = new Set(written.map(({ duty }) => duty));
  const old = new Set(planned.map(({ duty }) => duty).filter((duty) => !fresh.has(duty)));
  return Array.from(old, (duty) => ({ ...lineOf(duty, slug), reason: "planned_before" as const }));
}

/** A line of history for each duty, in its request's history where it has one. */
function eventsOf(written: readonly PlannedRow[]): NewEvent[] {
  const byDuty = Map.groupBy(written, ({ duty }) => duty);
  return Array.from(byDuty, ([{ obligationId, requestId, dataset, dueOn }, rows]) => {
    const [first] = rows;
    const to = rows.map(({ notice }) => notice.name);
    return {
      ...{ action: "reminder.planned", subjectType: "obligation", subjectId: obligationId },
      ...(requestId && { requestId }),
      data: {
        ...{ on: first?.notice.today ?? dueOn, dataset, dueOn, to },
        milestone: first?.notice.milestone ?? 0,
      },
    };
  });
}
