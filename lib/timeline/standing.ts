import { addDays, type Day } from "../dates/day";
import { type EndBand, endBand } from "../dates/format";
import type { Span, Standing } from "./entry";

/** How near a stretch's end is; `open` without one, `planned` before its first day. */
export type Band = EndBand | "open" | "planned";

/** The last day on which a stretch holds; null while it has no end. One that was ended before it began holds on none. */
export function lastDay({ before }: Pick<Span, "before">): Day | null {
  return before && addDays(before, -1);
}

/**
 * How a stretch stands on `today`. What ran out and went on at once under the next one is renewed,
 * not lapsed.
 * @param next what follows it on the same line
 */
export function standingOf(span: Span, today: Day, next?: Pick<Span, "from">): Standing {
  const { from, before, end } = span;
  if (before === null || before > today) {
    if (from > today) return "planned";
    return bandOf({ ...span, renewalFiled: false }, today) === "urgent" ? "ready_ending" : "ready";
  }
  if (end === "revoked" || end === "closed") return end;
  return end === "replaced" || goesOn(span, next) ? "renewed" : "lapsed";
}

/** The colour band of a stretch, by its last day. */
export function bandOf(span: Span, today: Day, next?: Pick<Span, "from">): Band {
  const { from, before, end, renewalFiled } = span;
  const last = lastDay(span);
  if (last === null || before === null) return from > today ? "planned" : "open";
  if (before > today && from > today) return "planned";
  const isOver = before <= today;
  const closed = isOver && (end === "closed" || end === "replaced" || goesOn(span, next));
  return endBand(last, today, { closed, renewalFiled: !isOver && renewalFiled === true });
}

/** Whether the next stretch begins before a day is left without either. */
export function goesOn({ before }: Pick<Span, "before">, next?: Pick<Span, "from">): boolean {
  return before !== null && next !== undefined && next.from <= before;
}
