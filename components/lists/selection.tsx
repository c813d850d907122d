"use client";

import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import classes from "./selection.module.css";

/** The rows that are ticked, and what their bar may do with the ticks. */
export interface Ticked<Row> {
  rows: readonly Row[];
  /** Ticks these and no others. */
  keep: (ids: readonly string[]) => void;
  /** Gives the focus to the button that opened a dialog; where that is gone, to the tick set last. */
  giveFocusBack: (opener: HTMLElement | null) => void;
}

interface Selection {
  /** Those that can be ticked. */
  known: ReadonlySet<string>;
  ticked: ReadonlySet<string>;
  toggle: (id: string) => void;
}

const SelectionContext = createContext<Selection | null>(null);

/** A list of whose rows several can be ticked; the bar comes with the first tick. */
export function Selection<Row extends { id: string }>(props: {
  /** The rows that can be ticked. */
  rows: readonly Row[];
  bar: (ticked: Ticked<Row>) => ReactNode;
  children: ReactNode;
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isWanted, setWanted] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const last = useRef("");
  const [timesKept, setTimesKept] = useState(0);
  useEffect(() => {
    // The button that was pressed may have gone with the bar.
    if (timesKept > 0 && document.activeElement === document.body) {
      focusTick(list.current, last.current);
    }
  }, [timesKept]);
  const toggle = (id: string) => {
    setWanted(true);
    last.current = id;
    setIds((before) => {
      const others = [...before].filter((other) => other !== id);
      return new Set(before.has(id) ? others : [...others, id]);
    });
  };
  const bar = () =>
    props.bar({
      // What was ticked on another page of the list, or under another filter, is not seen here.
      rows: props.rows.filter(({ id }) => ids.has(id)),
      keep: (kept) => {
        setIds(new Set(kept));
        setTimesKept((times) => times + 1);
      },
      giveFocusBack: (opener) =>
        opener?.isConnected ? opener.focus() : focusTick(list.current, last.current),
    });
  const known = new Set(props.rows.map(({ id }) => id));
  return (
    <SelectionContext value={{ known, ticked: ids, toggle }}>
      {isWanted && bar()}
      <div ref={list}>{props.children}</div>
    </SelectionContext>
  );
}

/** To the tick of this row; where that is gone, to the first one. */
function focusTick(list: HTMLElement | null, id: string): void {
  const ticks = [...(list?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  const place = ticks.find(({ value }) => value === id) ?? ticks[0];
  place?.focus({ preventScroll: true });
}

/** What names a row, with a tick before it where the row can be ticked; as it is outside of a `Selection`. */
export function Tickable(props: {
  id: string;
  /** How the row is named in the tick's label. */
  name: string;
  children: ReactNode;
}) {
  const { id, name, children } = props;
  const t = useTranslations("lists.selection");
  const selection = useContext(SelectionContext);
  if (!selection || selection.known.size === 0) return children;
  return (
    <div className={classes.row}>
      {selection.known.has(id) ? (
        <Checkbox
          size="md"
          className={classes.tick}
          aria-label={t("tick", { name })}
          value={id}
          checked={selection.ticked.has(id)}
          onChange={() => selection.toggle(id)}
        />
      ) : (
        <span className={classes.noTick} />
      )}
      <div>{children}</div>
    </div>
  );
}
