import type { ReviewStatus } from "../archives/lifecycle";
import type { Day } from "../dates/day";
import { clockAt } from "./clock";
import { milestoneFor } from "./milestones";
import { type Audience, type Recipient, type Recipients, recipientsOf } from "./recipients";

/** What decides whether anybody is reminded of a duty, and who. */
export interface DutyFacts extends QuietFacts, Audience {
  obligationId: string;
  kind: string;
  /** Code of the archive whose rule it is; empty where it belongs to none. */
  archive: string;
  agreementId: string | null;
  dueOn: Day;
  /** The moment, where the rule counts in hours, and how many hours before it people are reminded. */
  dueAt: Date | null;
  hours: readonly number[];
  /** From which day on the reminders of somebody who lets them rest come again, by person. */
  rests: ReadonlyMap<string, Day>;
  /** Told a single time, from its day on: the opening of a window, after which its end is reminded of. */
  isToldOnce?: boolean;
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

/** One message to one person about one milestone. */
export interface PlannedNotice extends Recipient {
  /** Unique: the same reminder planned twice is one row. */
  key: string;
  obligationId: string;
  dueOn: Day;
  milestone: number;
}

export type Silence = "obligation_closed" | "request_closed" | "renewal_filed" | "no_milestone";

export type Plan =
  | { notices: PlannedNotice[]; milestone: number; problem: Recipients["problem"] }
  | { silence: Silence };

const OVER: readonly ReviewStatus[] = ["closed", "withdrawn", "terminated", "rejected"];
/** Ends with which every other duty of a request ends too. */
const SETTLED: readonly ReviewStatus[] = ["closed", "withdrawn"];
const FILED: readonly ReviewStatus[] = ["internal_signoff", "submitted", "in_review"];

/**
 * Why nobody needs reminding, or null. A renewal is filed while a newer round of the request waits
 * for others; when it is withdrawn, refused or comes back for changes, the reminders revive.
 */
export function isQuiet(facts: QuietFacts): Exclude<Silence, "no_milestone"> | null {
  if (!facts.open) return "obligation_closed";
  const { requestStatus, ending } = facts;
  // What is to be destroyed or told stays to be done where the archive refused or took back.
  if (!ending) return requestStatus && SETTLED.includes(requestStatus) ? "request_closed" : null;
  // The archive refused the next round, or a revision; the approval runs on, and its end comes still.
  if (ending.itemStatus === "rejected") return null;
  if (requestStatus && OVER.includes(requestStatus)) return "request_closed";
  const { itemStatus, grantCycle, filedCycle } = ending;
  if (OVER.includes(itemStatus)) return "request_closed";
  return filedCycle > grantCycle && FILED.includes(itemStatus) ? "renewal_filed" : null;
}

/** The messages that a duty calls for as of `today`, or why it calls for none. */
export function planReminder(facts: DutyFacts, today: Day): Plan {
  const silence = isQuiet(facts);
  if (silence) return { silence };
  const milestone = facts.isToldOnce
    ? firstDay(facts.dueOn, today)
    : milestoneFor(facts.dueOn, today);
  if (milestone === null) return { silence: "no_milestone" };
  const { obligationId, dueOn } = facts;
  const { recipients, problem } = recipientsOf(
    facts,
    clockAt(new Date(`${today}T00:00:00Z`), today),
  );
  const notices = recipients.map((recipient) => ({
    ...recipient,
    key: noticeKey(obligationId, dueOn, milestone, recipient.personId),
    obligationId,
    dueOn,
    milestone,
  }));
  return { notices, milestone, problem };
}

/** The day itself as the only milestone, also for a run that was missed. */
function firstDay(dueOn: Day, today: Day): 0 | null {
  return today < dueOn ? null : 0;
}

/** The due date is part of the key, so a moved end arms the same milestones again. */
function noticeKey(obligationId: string, dueOn: Day, milestone: number, personId: string): string {
  return `${obligationId}:${dueOn}:${milestone}:${personId}`;
}
