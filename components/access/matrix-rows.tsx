"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PageLink } from "@/components/ui/page-link";
import { letterOf, statusOf } from "@/lib/readiness/status-letter";
import { ACCESS_STATUSES, type AccessStatus } from "@/lib/readiness/verdict";
import classes from "./access-matrix.module.css";
import { placePath, unitPath } from "./access-paths";
import type { GridPlace, Matrix } from "./matrix";
import { STATUS_ICONS, STATUS_TONES } from "./status-look";
import type { MatrixGridLayout } from "./use-matrix-grid";

interface Props {
  team: string;
  matrix: Matrix;
  grid: MatrixGridLayout;
}

/** What takes the focus at a place: one of all is in the order of the Tab key. */
function focusable(place: GridPlace, grid: MatrixGridLayout) {
  const tabIndex = isActive(place, grid) ? 0 : -1;
  return { "data-row": place.row, "data-column": place.column, tabIndex };
}

function isActive({ row, column }: GridPlace, { active }: MatrixGridLayout): boolean {
  return row === active.row && column === active.column;
}

/** The units across the top, each a link to its page. */
export function HeadRow({ team, matrix, grid }: Props) {
  const t = useTranslations("access.grid");
  return (
    <tr aria-rowindex={1} style={{ height: grid.headHeight }}>
      <th
        scope="col"
        aria-colindex={1}
        className={classes.corner}
        style={{ width: grid.nameWidth }}
        {...focusable({ row: -1, column: -1 }, grid)}
      >
        {t("corner")}
      </th>
      {grid.columns.map(({ key, index, size }) => {
        const unit = matrix.units[index];
        if (!unit) return <td key={key} aria-hidden style={{ width: size }} />;
        return (
          <th
            key={key}
            scope="col"
            aria-colindex={index + 2}
            className={classes.unit}
            style={{ width: size }}
          >
            <PageLink
              href={unitPath(team, unit.id, matrix.asOf)}
              title={`${unit.name}, ${unit.archiveName}`}
              {...focusable({ row: -1, column: index }, grid)}
            >
              <span>{unit.name}</span> <span>{unit.archiveName}</span>
            </PageLink>
          </th>
        );
      })}
    </tr>
  );
}

/** One person's verdicts. */
export function PersonRow(
  props: Props & {
    index: number;
    height: number;
    words: SignWords;
    state?: AccessStatus;
    describedBy?: string;
  },
) {
  const { team, matrix, grid, index, state } = props;
  const person = matrix.people[index];
  const letters = matrix.rows[index] ?? "";
  if (!person) return null;
  return (
    <tr aria-rowindex={index + 2} style={{ height: props.height }}>
      <th scope="row" aria-colindex={1} className={classes.name}>
        <PageLink
          href={placePath(team, { kind: "person", id: person.id })}
          title={person.name}
          {...focusable({ row: index, column: -1 }, grid)}
        >
          <bdi>{person.name}</bdi>
        </PageLink>
      </th>
      {grid.columns.map(({ key, index: column }) => {
        const letter = letters[column];
        if (column < 0 || !letter) return <td key={key} aria-hidden />;
        const status = statusOf(letter);
        return (
          <td
            key={key}
            aria-colindex={column + 2}
            className={classes.cell}
            data-muted={(state && letter !== letterOf(state)) || undefined}
            aria-describedby={
              isActive({ row: index, column }, grid) ? props.describedBy : undefined
            }
            {...focusable({ row: index, column }, grid)}
          >
            <Sign status={status} words={props.words[status]} hasRoom={!grid.isDense} />
          </td>
        );
      })}
    </tr>
  );
}

/** The words of each verdict: in full, and short for narrow columns. Asked once, not for each cell. */
export type SignWords = Readonly<Record<AccessStatus, { full: string; short: string }>>;

export function useSignWords(): SignWords {
  const t = useTranslations("readiness");
  return useMemo(() => {
    const words = ACCESS_STATUSES.map((status) => [
      status,
      { full: t(`status.${status}`), short: t(`short.${status}`) },
    ]);
    return Object.fromEntries(words) as SignWords;
  }, [t]);
}

function Sign(props: { status: AccessStatus; words: SignWords[AccessStatus]; hasRoom: boolean }) {
  const { status, words, hasRoom } = props;
  const Icon = STATUS_ICONS[status];
  return (
    <span className={classes.sign} data-tone={STATUS_TONES[status]} data-status={status}>
      <Icon size={16} stroke={2} aria-hidden />
      {!hasRoom && <span aria-hidden>{words.short}</span>}
      <span className={hasRoom ? undefined : classes.hidden}>{words.full}</span>
    </span>
  );
}
