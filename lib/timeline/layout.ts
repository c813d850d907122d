import { addDays, type Day } from "../dates/day";
import type { Entry, Reminder, Span, Standing } from "./entry";
import { packed } from "./lanes";
import { type Band, bandOf, goesOn, standingOf } from "./standing";
import { holds, shareOf, type Window } from "./window";

/** A stretch in the window; `left` and `width` as shares of it. */
export interface Bar {
  span: Span;
  left: number;
  width: number;
  standing: Standing;
  band: Band;
  /** It goes on beyond the edge of the window. */
  isCut: { left: boolean; right: boolean };
  /** The stretch beside it on the line goes on without a day between. */
  joins: { left: boolean; right: boolean };
}

/** A duty's day in the window, and the mails about it. */
export interface Mark {
  /** The middle of its day; null where the day lies outside and only mails are in sight. */
  at: number | null;
  dots: readonly { at: number; reminder: Reminder }[];
}

/** One entry as drawn: its bars or its mark, and where its name stands. */
export interface Strip {
  entry: Entry;
  bars: readonly Bar[];
  mark: Mark | null;
  /** Within the widest bar, or beside all of it where that is too short. */
  label: { side: "inside" | "after" | "before"; at: number; room: number };
}

/** What names need beside their bars, as shares of the window; a bar that has half of it holds the name. */
const ROOM = { sign: 0.04, letter: 0.0075, least: 0.1, most: 0.4 };
const GAP = 0.006;
/** Half of what the sign of a duty takes. */
const SIGN = 0.0135;

/** The order of the kinds within a group, each packed by itself so that like lies with like. */
const ORDER: readonly Entry["kind"][] = ["access", "credential", "agreement", "account", "duty"];

/** The entries of one group in as few lanes as they fit, with their names; what lies outside the window is left out. */
export function lanesOf(entries: readonly Entry[], window: Window, today: Day): Strip[][] {
  return ORDER.flatMap((kind) => {
    const placed = entries
      .filter((entry) => entry.kind === kind)
      .flatMap((entry) => place(entry, window, today) ?? []);
    return packed(placed, GAP).map((lane) => lane.map(({ strip }) => strip));
  });
}

interface Placed {
  strip: Strip;
  start: number;
  end: number;
}

function place(entry: Entry, window: Window, today: Day): Placed | null {
  const bars = barsOf(entry.spans, window, today);
  const mark = markOf(entry, window);
  const edges = [
    ...bars.flatMap(({ left, width }) => [left, left + width]),
    ...(mark?.at == null ? [] : [mark.at - SIGN, mark.at + SIGN]),
    ...(mark?.dots.map(({ at }) => at) ?? []),
  ];
  if (edges.length === 0) return null;
  const [start, end] = [Math.min(...edges), Math.max(...edges)];
  const label = labelOf(bars, start, end, roomFor(entry));
  return {
    strip: { entry, bars, mark, label },
    start: label.side === "before" ? Math.max(start - label.room, 0) : start,
    end: label.side === "after" ? end + label.room : end,
  };
}

/** About what the name of an entry takes, with whose it is; a longer one is cut. */
function roomFor({ what, holder }: Entry): number {
  const letters = what.length + (holder ? holder.length + 3 : 0);
  return Math.min(Math.max(ROOM.sign + ROOM.letter * letters, ROOM.least), ROOM.most);
}

function labelOf(bars: readonly Bar[], start: number, end: number, wanted: number): Strip["label"] {
  const [widest] = bars.toSorted((a, b) => b.width - a.width);
  if (widest && widest.width >= Math.max(wanted / 2, ROOM.least)) {
    return { side: "inside", at: widest.left, room: widest.width };
  }
  const isAfter = end + wanted <= 1 || 1 - end >= start;
  return isAfter
    ? { side: "after", at: end, room: Math.min(wanted, Math.max(1 - end, 0)) }
    : { side: "before", at: start, room: Math.min(wanted, start) };
}

function barsOf(spans: readonly Span[], window: Window, today: Day): Bar[] {
  return spans.flatMap((span, at) => {
    const { from, before } = span;
    const [previous, next] = [spans[at - 1], spans[at + 1]];
    // What the next one took over from ends where that begins, so that no bar lies on another.
    const until = next && (before === null || next.from < before) ? next.from : before;
    if (from >= window.before || (until !== null && until <= window.from)) return [];
    if (until !== null && until <= from) return [];
    const left = Math.max(shareOf(window, from), 0);
    const right = until === null ? 1 : Math.min(shareOf(window, until), 1);
    return {
      ...{ span, left, width: right - left },
      standing: standingOf(span, today, next),
      band: bandOf(span, today, next),
      isCut: { left: from < window.from, right: until === null || until > window.before },
      joins: {
        left: previous !== undefined && goesOn(previous, span),
        right: next !== undefined && goesOn(span, next),
      },
    };
  });
}

function markOf({ due }: Entry, window: Window): Mark | null {
  if (!due) return null;
  const dots = due.reminders
    .filter(({ on }) => holds(window, on))
    .map((reminder) => ({ at: middleOf(window, reminder.on), reminder }));
  const at = holds(window, due.on) ? middleOf(window, due.on) : null;
  return at === null && dots.length === 0 ? null : { at, dots };
}

/** The middle of a day, where a line for it is drawn: a bar that ends with that day reaches past it. */
export function middleOf(window: Window, day: Day): number {
  return (shareOf(window, day) + shareOf(window, addDays(day, 1))) / 2;
}
