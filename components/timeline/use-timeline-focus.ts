import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type DrawnGroup, type Item, itemsOf } from "./timeline-drawn";
import { placeAfterKey, type TimelinePlace } from "./timeline-keys";
import type { TimeMoves } from "./timeline-path";

/** What the pointer or the focus is on, with where it stands on the screen. */
export interface Pointed {
  item: Item;
  rect: DOMRect;
}

/** Long enough to move the pointer from a bar into what is told of it. */
const LEAVE_MS = 160;

const MOVE_KEYS: Record<string, keyof TimeMoves> = {
  "+": "nearer",
  "=": "nearer",
  "-": "wider",
  PageUp: "earlier",
  PageDown: "later",
};

/** One focus for the whole chart, which the arrow keys move, and what is told of what they are on. */
export function useTimelineFocus(
  groups: readonly DrawnGroup[],
  onMove: (way: keyof TimeMoves) => void,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<TimelinePlace>({ row: 0, column: 0 });
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rows = useMemo(() => groups.flatMap(({ lanes }) => lanes.map(itemsOf)), [groups]);
  const had = useRef(false);

  function close() {
    clearTimeout(leaving.current);
    setPointed(null);
  }
  function keep() {
    clearTimeout(leaving.current);
  }
  function leave() {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setPointed(null), LEAVE_MS);
  }
  function point(target: EventTarget | null) {
    const element = (target as Element | null)?.closest<HTMLElement>("[data-row]");
    const place = placeOf(element);
    const item = place && rows[place.row]?.[place.column];
    if (!element || !item) return null;
    keep();
    setPointed({ item, rect: element.getBoundingClientRect() });
    return place;
  }

  // Other months bring other bars: the focus stays where it was as far as there is such a place.
  useEffect(() => {
    setPointed(null);
    setActive(({ row, column }) => placeWithin(rows, row, column));
  }, [rows]);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (had.current && isLost) find(scroller.current, active)?.focus();
  }, [active]);
  useEffect(() => () => clearTimeout(leaving.current), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") return close();
    if (event.altKey || !placeOf((event.target as Element).closest("[data-row]"))) return;
    const isChord = event.ctrlKey || event.metaKey;
    const way = isChord ? undefined : MOVE_KEYS[event.key];
    if (way) {
      event.preventDefault();
      onMove(way);
      return;
    }
    const middles = rows.map((row) => row.map(({ at }) => at));
    const next = placeAfterKey(event.key, isChord, active, middles);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    find(scroller.current, next)?.focus();
  }

  return {
    ...{ scroller, active, pointed, close, keep, leave },
    handlers: {
      onKeyDown,
      onFocus: (event: FocusEvent) => {
        const place = point(event.target);
        had.current = place !== null;
        if (place) setActive(place);
      },
      onBlur: (event: FocusEvent) => {
        // The browser names nobody as next where the bar itself has gone.
        if (event.relatedTarget) had.current = false;
        leave();
      },
      onMouseOver: (event: MouseEvent) => void point(event.target),
      onMouseLeave: leave,
    },
  };
}

function placeOf(element: Element | null | undefined): TimelinePlace | null {
  const { row, column } = (element as HTMLElement | null | undefined)?.dataset ?? {};
  return row === undefined || column === undefined
    ? null
    : { row: Number(row), column: Number(column) };
}

function placeWithin(rows: readonly Item[][], row: number, column: number): TimelinePlace {
  const within = Math.max(Math.min(row, rows.length - 1), 0);
  return { row: within, column: Math.max(Math.min(column, (rows[within]?.length ?? 1) - 1), 0) };
}

function find(within: HTMLElement | null, { row, column }: TimelinePlace) {
  return within?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
}
