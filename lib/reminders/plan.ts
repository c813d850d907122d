import type { ReviewStatus } from "../archives/lifecycle";
import { type Day, daysBetween } from "../dates/day";
import { isSettled } from "../requests/settled";
import type { Clock } from "./clock";
import { reachedMilestone, scheduleFor, type Timing } from "./reached";
import { type Audience, type Recipient, type Recipients, recipientsOf } from "./recipients";
import type { Level } from "./schedule";
import type { ReminderSettings } from "./settings";

/** So many days before a duty its reminders go alone and whatever their reader wishes. */
export const URGENT_DAYS = 7;
/** Nobody in particular, for whom no schedule of a person can count. */
const NOBODY = "";

/** What decides whether anybody is reminded of a duty, who, and when. */
export interface DutyFacts extends QuietFacts, Audience, Timing {
  obligationId: string;
  /** From which day on the reminders of somebody who lets them rest come again, by person. */
  rests: ReadonlyMap<string, Day>;
}

/** What can silence the reminders of a duty. */
export interface QuietFacts {
  open: boolean;
  /** Null for a duty that stands apart from any request. */
  requestStatus: ReviewStatus | null;
  /** What becomes of the access that ends; null for a duty that is not about an approval's end. */
  ending: EndingFacts | null;
}

/** What of an ending approval decides whether it still needs anybody. */
interface EndingFacts {
  itemStatus: ReviewStatus;
  /** Round of the grant that ends, and the newest round that was filed and not given up; one merely begun is none. */
  grantCycle: number;
  filedCycle: number;
}

/** How a reminder reaches its reader: a mail of its own, in the mail of the day, in Gatebook only. */
export type MailKind = "urgent" | "digest" | "in_app";

/** One message to one person about one milestone. */
export interface PlannedNotice extends Recipient {
  /** Unique: the same reminder planned twice is one row. */
  key: string;
  obligationId: string;
  dueOn: Day;
  milestone: number;
  /** The day it is for its reader. */
  today: Day;
  mail: MailKind;
  /** Whether it need not wait for the reader's morning. */
  atOnce: boolean;
  /** Whose schedule decided that it comes now. */
  level: Level;
}

/** Why nobody needs reminding, for good or until something changes. */
export type Quiet = "obligation_closed" | "request_closed" | "renewal_filed";

export type Silence = Quiet | "snoozed" | "no_milestone";

export type Plan =
  | { notices: PlannedNotice[]; problem: Recipients["problem"] }
  | { silence: Silence };

const OVER: readonly ReviewStatus[] = ["closed", "withdrawn", "terminated", "rejected"];
const FILED: readonly ReviewStatus[] = ["internal_signoff", "submitted", "in_review"];

/**
 * Why nobody needs reminding, or null. A renewal is filed while a newer round of the request waits
 * for others; when it is withdrawn, refused or comes back for changes, the reminders revive.
 */
export function isQuiet(facts: QuietFacts): Quiet | null {
  if (!facts.open) return "obligation_closed";
  const { requestStatus, ending } = facts;
  // What is to be destroyed or told stays to be done where the archive refused or took back.
  if (!ending) return requestStatus && isSettled(requestStatus) ? "request_closed" : null;
  // The archive refused the next round, or a revision; the approval runs on, and its end comes still.
  if (ending.itemStatus === "rejected") return null;
  if (requestStatus && OVER.includes(requestStatus)) return "request_closed";
  const { itemStatus, grantCycle, filedCycle } = ending;
  if (OVER.includes(itemStatus)) return "request_closed";
  return filedCycle > grantCycle && FILED.includes(itemStatus) ? "renewal_filed" : null;
}

/** Whether somebody lets their reminders of a duty rest, on their own calendar. */
function isResting(
  { rests }: Pick<DutyFacts, "rests">,
  { personId, timeZone }: Pick<Recipient, "personId" | "timeZone">,
  clock: Clock,
): boolean {
  const until = rests.get(personId);
  return until !== undefined && clock.today(timeZone) < until;
}

/** The messages that a duty calls for now, each as of its reader's own day, or why it calls for none. */
export function planReminder(facts: DutyFacts, settings: ReminderSettings, clock: Clock): Plan {
  const quiet = isQuiet(facts);
  if (quiet) return { silence: quiet };
  const { recipients, problem } = recipientsOf(facts, clock);
  const awake = recipients.filter((recipient) => !isResting(facts, recipient, clock));
  const notices = awake.flatMap((recipient) => noticeFor(facts, recipient, settings, clock) ?? []);
  if (notices.length > 0) return { notices, problem };
  if (awake.length < recipients.length) return { silence: "snoozed" };
  if (recipients.length > 0) return { silence: "no_milestone" };
  const schedule = scheduleFor(facts, NOBODY, settings);
  const isDue = reachedMilestone(facts, schedule, "UTC", clock) !== null;
  return isDue ? { notices, problem } : { silence: "no_milestone" };
}

function noticeFor(
  facts: DutyFacts,
  recipient: Recipient,
  settings: ReminderSettings,
  clock: Clock,
): PlannedNotice | null {
  const { obligationId, dueOn, dueAt } = facts;
  const { personId, timeZone } = recipient;
  const schedule = scheduleFor(facts, personId, settings);
  const milestone = reachedMilestone(facts, schedule, timeZone, clock);
  if (milestone === null) return null;
  const today = clock.today(timeZone);
  return {
    ...recipient,
    key: noticeKey(obligationId, dueOn, milestone, personId),
    ...{ obligationId, dueOn, milestone, today, level: schedule.level },
    mail: mailOf(facts, personId, settings, today),
    atOnce: dueAt !== null,
  };
}

function mailOf(
  { kind, dueOn, dueAt, isToldOnce }: DutyFacts,
  personId: string,
  { wishes }: ReminderSettings,
  today: Day,
): MailKind {
  // That a window opens ends nobody's access.
  const isNear = !isToldOnce && daysBetween(today, dueOn) <= URGENT_DAYS;
  if (dueAt || isNear) return "urgent";
  const wish = wishes.get(personId);
  return wish && (!wish.digest || wish.muted.includes(kind)) ? "in_app" : "digest";
}

/** The due date is part of the key, so a moved end arms the same milestones again. */
function noticeKey(obligationId: string, dueOn: Day, milestone: number, personId: string): string {
  return `${obligationId}:${dueOn}:${milestone}:${personId}`;
}
