import { datesIn } from "../dates/dates-in";
import { addDays, type Day } from "../dates/day";
import type { StoredState } from "../duties/state";
import type { Language } from "../languages";
import { sayIn } from "../said/say-in";
import type { CalendarEvent } from "./event";

/** For so many days after it was closed a duty stays in calendars, so that its readers see how it ended. */
const KEPT_DAYS = 90;

/** A stored duty, of which one cause and kind may have several: each due day is a row of its own. */
interface DutyRow {
  id: string;
  state: StoredState;
  changedAt: Date;
}

/** A duty as a calendar tells it. */
export interface CalendarDuty
  extends Pick<CalendarEvent, "uid" | "sequence" | "url" | "alarms" | "changedAt"> {
  state: StoredState;
  dueOn: Day;
  /** The moment, where the rule counts in hours. */
  dueAt: Date | null;
  closedOn: Day | null;
  /** `GB-12`; null for a duty apart from any request. */
  number: string | null;
  /** The name of the archive whose rule it is, empty where it belongs to none. */
  archive: string;
  /** What to do, in the imperative. */
  what: string;
  /** The data whose access ends; null for other duties. */
  data: string | null;
  /** The arithmetic of its date, and the clause that it follows from. */
  rule: string;
  source: string;
  ifMissed: string;
}

const TICKS: Record<StoredState, string> = {
  open: "",
  done: "✓ ",
  missed: "✗ ",
  not_applicable: "",
};

/**
 * The row by which one cause and kind is shown: the one that is open, else the one that changed last.
 * @param rows at least one
 */
export function rowToShow<Row extends DutyRow>(rows: readonly Row[]): Row {
  const newestFirst = rows.toSorted(
    (a, b) => b.changedAt.getTime() - a.changedAt.getTime() || (a.id < b.id ? 1 : -1),
  );
  const shown = newestFirst.find(({ state }) => state === "open") ?? newestFirst[0];
  if (!shown) throw new RangeError("A duty has at least one row");
  return shown;
}

/** The first day of closing that calendars still show on `today`. */
export function keptSince(today: Day): Day {
  return addDays(today, -KEPT_DAYS);
}

/**
 * A duty as one whole day. What applies no longer is cancelled, so that calendar programs take it
 * away; what was done stays with a tick, and what was closed as not done with a cross.
 */
export function dutyEvent(duty: CalendarDuty, language: Language): CalendarEvent {
  const { uid, sequence, url, changedAt, state, dueOn, number, archive } = duty;
  const title = [number && `[${number}]`, headline(duty, language), archive && `(${archive})`];
  return {
    ...{ uid, sequence, url, changedAt, on: dueOn },
    status: state === "not_applicable" ? "CANCELLED" : "CONFIRMED",
    title: TICKS[state] + title.filter(Boolean).join(" "),
    description: descriptionOf(duty, language),
    alarms: state === "open" ? duty.alarms : [],
  };
}

/** The first sentence of what to do, without its full stop, and about which data. */
function headline({ what, data }: CalendarDuty, language: Language): string {
  const sentence = (sayIn(language)(what).split(/[.!?]\s/)[0] ?? "").replace(/\.$/, "");
  return data ? `${data}: ${sentence}` : sentence;
}

function descriptionOf(duty: CalendarDuty, language: Language): string {
  const { state, closedOn, dueAt, what, rule, source, ifMissed, url } = duty;
  const say = sayIn(language);
  const dates = datesIn(language);
  const end = {
    open: "",
    done: say("Done"),
    missed: say("Closed as not done"),
    not_applicable: say("Not needed any more"),
  };
  const closed = closedOn && end[state] && `${end[state]}, ${dates.day(closedOn)}.`;
  const moment = dueAt && `${say("Due")}: ${dates.instant(dueAt, "UTC")} UTC`;
  const missed = state === "open" && ifMissed && `${say("If it is missed")}: ${say(ifMissed)}`;
  const reason = [`${say("Rule")}: ${say(rule)}`, `${say("Source")}: ${source}`];
  return [closed, say(what), moment, ...reason, missed, url].filter(Boolean).join("\n\n");
}
