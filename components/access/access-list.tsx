"use client";

import { SegmentedControl, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { letterOf } from "@/lib/readiness/status-letter";
import { ACCESS_STATUSES, type AccessStatus, isOpen } from "@/lib/readiness/verdict";
import { AccessChip } from "./access-chip";
import classes from "./access-list.module.css";
import { type GridPlace, type Matrix, pairAt } from "./matrix";

type By = "person" | "unit";

/** A person's units, or a unit's people. */
interface Entry {
  key: string;
  name: string;
  /** The letters of its verdicts, in the matrix's order. */
  letters: string;
  placeOf: (at: number) => GridPlace;
}

/** The matrix as a list by person or by unit, for a window that has no room for it. */
export function AccessList(props: {
  matrix: Matrix;
  /** Only pairs of this state. */
  state?: AccessStatus;
  onOpen: (place: GridPlace) => void;
}) {
  const t = useTranslations("access.list");
  const [by, setBy] = useState<By>("person");
  const entries = useMemo(() => entriesBy(by, props.matrix), [by, props.matrix]);
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
          <EntryLine key={`${by} ${entry.key}`} {...props} by={by} entry={entry} />
        ))}
      </ul>
    </div>
  );
}

function EntryLine(props: {
  matrix: Matrix;
  state?: AccessStatus;
  by: By;
  entry: Entry;
  onOpen: (place: GridPlace) => void;
}) {
  const { entry, state } = props;
  const t = useTranslations("access.list");
  // Hundreds of units in each of hundreds of entries: put together when somebody looks.
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary className={classes.summary}>
          <bdi>{entry.name}</bdi>
          <span className={classes.count}>{t("counts", countsOf(entry, state))}</span>
        </summary>
        {isUnfolded && <Lines {...props} />}
      </details>
    </li>
  );
}

function Lines(props: Parameters<typeof EntryLine>[0]) {
  const { matrix, by, entry, state } = props;
  return (
    <ul className={classes.lines}>
      {[...entry.letters].map((letter, at) => {
        const place = entry.placeOf(at);
        const pair = fits(letter, state) ? pairAt(matrix, place) : null;
        if (!pair) return null;
        const { id, name } = by === "person" ? pair.unit : pair.person;
        return (
          <li key={id}>
            <UnstyledButton className={classes.line} onClick={() => props.onOpen(place)}>
              <bdi>{name}</bdi>
              <AccessChip status={pair.status} />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

function fits(letter: string, state: AccessStatus | undefined): boolean {
  return state === undefined || letter === letterOf(state);
}

const OPEN = new Set(ACCESS_STATUSES.filter((status) => isOpen({ status })).map(letterOf));

function countsOf({ letters }: Entry, state: AccessStatus | undefined) {
  let open = 0;
  let all = 0;
  for (const letter of letters) {
    if (!fits(letter, state)) continue;
    all += 1;
    if (OPEN.has(letter)) open += 1;
  }
  return { open, all };
}

function entriesBy(by: By, { people, units, rows }: Matrix): Entry[] {
  return by === "person"
    ? people.map(({ id: key, name }, row) => ({
        ...{ key, name, letters: rows[row] ?? "" },
        placeOf: (column) => ({ row, column }),
      }))
    : units.map(({ id: key, name }, column) => ({
        ...{ key, name, letters: rows.map((letters) => letters[column] ?? "").join("") },
        placeOf: (row) => ({ row, column }),
      }));
}
