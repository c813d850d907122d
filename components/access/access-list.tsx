"use client";

import { SegmentedControl, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { statusOf } from "@/lib/readiness/status-letter";
import { type AccessStatus, isOpen } from "@/lib/readiness/verdict";
import { AccessChip } from "./access-chip";
import classes from "./access-list.module.css";
import { type GridPlace, type Matrix, pairAt } from "./matrix";

/** One line of the list: what it names, and where in the matrix its verdict stands. */
interface Line {
  key: string;
  name: string;
  status: AccessStatus;
  place: GridPlace;
}

interface Entry {
  key: string;
  name: string;
  lines: readonly Line[];
}

/** The matrix as a list by person or by unit, for a window that has no room for it. */
export function AccessList(props: {
  matrix: Matrix;
  /** Only pairs of this state. */
  state?: AccessStatus;
  onOpen: (place: GridPlace) => void;
}) {
  const t = useTranslations("access.list");
  const [by, setBy] = useState<"person" | "unit">("person");
  const entries = entriesBy(by, props.matrix, props.state);
  return (
    <div className={classes.list}>
      <SegmentedControl
        fullWidth
        aria-label={t("by")}
        value={by}
        onChange={(value) => setBy(value === "unit" ? "unit" : "person")}
        data={[
          { value: "person", label: t("person") },
          { value: "unit", label: t("unit") },
        ]}
      />
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <EntryLine key={`${by} ${entry.key}`} entry={entry} onOpen={props.onOpen} />
        ))}
      </ul>
    </div>
  );
}

function EntryLine({ entry, onOpen }: { entry: Entry; onOpen: (place: GridPlace) => void }) {
  const t = useTranslations("access.list");
  // Hundreds of units in each of hundreds of entries: drawn when somebody looks.
  const [isUnfolded, setUnfolded] = useState(false);
  const open = entry.lines.filter(isOpen).length;
  return (
    <li>
      <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <bdi>{entry.name}</bdi>
          <span className={classes.count}>{t("counts", { open, all: entry.lines.length })}</span>
        </summary>
        {isUnfolded && (
          <ul className={classes.lines}>
            {entry.lines.map((line) => (
              <li key={line.key}>
                <UnstyledButton className={classes.line} onClick={() => onOpen(line.place)}>
                  <bdi>{line.name}</bdi>
                  <AccessChip status={line.status} />
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

function entriesBy(by: "person" | "unit", matrix: Matrix, state?: AccessStatus): Entry[] {
  const { people, units, rows } = matrix;
  const fits = (row: number, column: number) => {
    const letter = rows[row]?.[column];
    return letter !== undefined && (state === undefined || statusOf(letter) === state);
  };
  const lineAt = (row: number, column: number): Line[] => {
    const place = { row, column };
    const pair = fits(row, column) ? pairAt(matrix, place) : null;
    if (!pair) return [];
    const { id: key, name } = by === "person" ? pair.unit : pair.person;
    return [{ key, name, status: pair.status, place }];
  };
  return by === "person"
    ? people.map(({ id: key, name }, row) => ({
        key,
        name,
        lines: units.flatMap((_, column) => lineAt(row, column)),
      }))
    : units.map(({ id: key, name }, column) => ({
        key,
        name,
        lines: people.flatMap((_, row) => lineAt(row, column)),
      }));
}
