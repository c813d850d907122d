"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { placeAfterKey } from "./grid-keys";
import type { GridPlace } from "./matrix";
import { slotsOf } from "./slots";

/** In pixels: the column of names, and the rows. */
const NAME_WIDTH = 208;
const ROW_HEIGHT = 44;
/** Columns share this room as far as they can; names of narrow ones stand upright. */
const ROOM = 880;
const NARROWEST = 64;
const WIDEST = 160;
const ROOMY_FROM = 120;
const UPRIGHT_HEIGHT = 240;
const LYING_HEIGHT = 96;
/** What a server draws, which knows no window; the rest is there once the browser looked at its own. */
const FIRST_RECT = { width: 1_000, height: 640 };

/** What is drawn of a matrix of many rows and columns, and which of its places has the focus. */
export function useMatrixGrid(size: { rows: number; columns: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPlace>({ row: 0, column: 0 });
  const isMoving = useRef(false);
  const share = Math.floor(ROOM / Math.max(1, size.columns));
  const cellWidth = Math.min(WIDEST, Math.max(NARROWEST, share));
  const isDense = cellWidth < ROOMY_FROM;
  const headHeight = isDense ? UPRIGHT_HEIGHT : LYING_HEIGHT;
  const getScrollElement = () => scroller.current;
  const rows = useVirtualizer({
    count: size.rows,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: FIRST_RECT,
    rangeExtractor: (range) => withActive(range, active.row),
  });
  const columns = useVirtualizer({
    count: size.columns,
    getScrollElement,
    estimateSize: () => cellWidth,
    horizontal: true,
    overscan: 3,
    scrollMargin: NAME_WIDTH,
    scrollPaddingStart: NAME_WIDTH,
    initialRect: FIRST_RECT,
    rangeExtractor: (range) => withActive(range, active.column),
  });

  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    const element = elementAt(scroller.current, active);
    element?.focus({ preventScroll: true });
    // The grid has scrolled to it; the page around may still have to.
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  function moveTo(place: GridPlace) {
    isMoving.current = true;
    if (place.row >= 0) rows.scrollToIndex(place.row);
    if (place.column >= 0) columns.scrollToIndex(place.column);
    setActive(place);
  }

  function onKeyDown(event: KeyboardEvent) {
    const height = (scroller.current?.clientHeight ?? FIRST_RECT.height) - headHeight;
    const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 1);
    const next = placeAfterKey(event.key, event.ctrlKey || event.metaKey, active, {
      ...size,
      page,
    });
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  }

  const drawn = (items: { index: number }[]) => items.map(({ index }) => index);
  return {
    ...{ scroller, active, setActive, onKeyDown, isDense, headHeight },
    nameWidth: NAME_WIDTH,
    width: NAME_WIDTH + size.columns * cellWidth,
    rows: slotsOf(drawn(rows.getVirtualItems()), size.rows, ROW_HEIGHT),
    columns: slotsOf(drawn(columns.getVirtualItems()), size.columns, cellWidth),
  };
}

export type MatrixGridLayout = ReturnType<typeof useMatrixGrid>;

/** The place with the focus stays drawn however far one scrolls, or the focus would be lost. */
function withActive(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || shown.includes(index)) return shown;
  return [...shown, index].sort((a, b) => a - b);
}

/** What is focused at a place: a cell, or the link of a header. */
function elementAt(grid: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null {
  const selector = `[data-row="${row}"][data-column="${column}"]`;
  return grid?.querySelector<HTMLElement>(selector) ?? null;
}

/** The place of whatever in the grid an event happened on. */
export function placeOf(target: EventTarget | null): GridPlace | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (!element) return null;
  return { row: Number(element.dataset.row), column: Number(element.dataset.column) };
}
