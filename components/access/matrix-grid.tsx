"use client";

import { useTranslations } from "next-intl";
import type { FocusEvent, KeyboardEvent, MouseEvent } from "react";
import type { AccessStatus } from "@/lib/readiness/verdict";
import classes from "./access-matrix.module.css";
import { type GridPlace, type Matrix, pairAt } from "./matrix";
import { HeadRow, PersonRow, useSignWords } from "./matrix-rows";
import { placeOf, useMatrixGrid } from "./use-matrix-grid";

// ARIA lets a table be a grid, whose cells are gridcells then.
const GRID = { role: "grid" } as const;

/** A pair that the pointer or the focus is on, with its cell on the screen. */
export interface Pointed {
  place: GridPlace;
  cell: HTMLElement;
}

interface Props {
  team: string;
  matrix: Matrix;
  /** Other states stand back. */
  state?: AccessStatus;
  onPoint: (pointed: Pointed | null) => void;
  onOpen: (place: GridPlace) => void;
  /** The id of what describes the cell that is pointed at. */
  describedBy?: string;
}

/**
 * People by units, drawn only where one looks: headers stay in sight, arrow keys move one focus
 * through it, and each cell says its verdict by sign, colour and word.
 */
export function MatrixGrid(props: Props) {
  const t = useTranslations("access.grid");
  const words = useSignWords();
  const { matrix, onPoint, onOpen } = props;
  const size = { rows: matrix.people.length, columns: matrix.units.length };
  const grid = useMatrixGrid(size);

  function point(event: MouseEvent | FocusEvent) {
    const place = placeOf(event.target);
    if (!place) return;
    if (event.type === "focus") grid.setActive(place);
    const cell = (event.target as Element).closest("td");
    onPoint(cell && pairAt(matrix, place) ? { place, cell } : null);
  }

  function open(event: MouseEvent | KeyboardEvent) {
    const place = placeOf(event.target);
    if (!place || !pairAt(matrix, place)) return;
    event.preventDefault();
    grid.setActive(place);
    onOpen(place);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onPoint(null);
    else if (event.key === "Enter" || event.key === " ") open(event);
    else grid.onKeyDown(event);
  }

  return (
    <div
      ref={grid.scroller}
      className={classes.scroller}
      data-dense={grid.isDense || undefined}
      style={{ scrollPaddingTop: grid.headHeight, scrollPaddingLeft: grid.nameWidth }}
      onScroll={() => onPoint(null)}
    >
      <table
        {...GRID}
        aria-label={t("label", { people: size.rows, units: size.columns })}
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1}
        className={classes.grid}
        style={{ width: grid.width }}
        onKeyDown={onKeyDown}
        onMouseOver={point}
        onFocus={point}
        onBlur={() => onPoint(null)}
        onMouseLeave={() => onPoint(null)}
        onClick={open}
      >
        <thead>
          <HeadRow team={props.team} matrix={matrix} grid={grid} />
        </thead>
        <tbody>
          {grid.rows.map(({ key, index, size: height }) =>
            index < 0 ? (
              <tr key={key} aria-hidden style={{ height }} />
            ) : (
              <PersonRow
                key={key}
                team={props.team}
                matrix={matrix}
                grid={grid}
                index={index}
                height={height}
                words={words}
                state={props.state}
                describedBy={props.describedBy}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
