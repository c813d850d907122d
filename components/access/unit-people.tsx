"use client";

import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import type { UnitAccess } from "@/lib/readiness/access-view";
import { isOpen } from "@/lib/readiness/verdict";
import { AccessChip } from "./access-chip";
import { unitPath } from "./access-paths";
import { CellDialog, type Confirm } from "./cell-dialog";
import { useReasonWords } from "./reason-words";
import classes from "./unit-people.module.css";

type Line = UnitAccess["people"][number];

interface Props {
  team: string;
  access: UnitAccess;
  me: string;
  today: Day;
  confirm?: Confirm;
}

/** Who may open a unit, who is on the way, and everybody else, each with what it rests on. */
export function UnitPeople(props: Props) {
  const t = useTranslations("access.unit");
  const [opened, setOpened] = useState<string | null>(null);
  const { people } = props.access;
  const shown = people.find(({ cell }) => cell.person.id === opened)?.cell ?? null;
  const groups = [
    { id: "holders", none: "holdersNone", lines: people.filter(({ cell }) => isOpen(cell)) },
    { id: "underWay", none: "underWayNone", lines: people.filter(isUnderWay) },
    {
      id: "others",
      none: "othersNone",
      lines: people.filter((line) => !isOpen(line.cell) && !isUnderWay(line)),
    },
  ] as const;
  return (
    <>
      {groups.map(({ id, none, lines }) => (
        <Panel key={id} title={t(id)} flush={lines.length > 0}>
          {lines.length === 0 ? (
            <EmptyState sentence={t(none)} />
          ) : (
            <PeopleTable {...props} caption={t(id)} lines={lines} onOpen={setOpened} />
          )}
        </Panel>
      ))}
      <CellDialog
        {...props}
        pair={shown && { person: shown.person, unit: shown.unit }}
        state={{ cell: shown, isFailed: false, again: () => {} }}
        onChanged={() => {}}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

/** Something is begun or in review, and the approval is not what has come to an end. */
function isUnderWay({ cell: { reasons } }: Line): boolean {
  const isOver = reasons.some(({ kind, pending }) => kind === "approval" && !pending);
  return !isOver && reasons.some(({ pending }) => pending !== undefined);
}

function PeopleTable(
  props: Props & { caption: string; lines: readonly Line[]; onOpen: (personId: string) => void },
) {
  const { lines, today, onOpen } = props;
  const t = useTranslations("access.unit");
  const dates = useDates();
  const words = useReasonWords(props.me);
  const columns: (Column<Line> | false)[] = [
    {
      id: "person",
      header: t("person"),
      isTitle: true,
      cell: ({ cell: { person } }) => (
        <UnstyledButton
          className={classes.person}
          aria-label={t("details", { name: person.name })}
          onClick={() => onOpen(person.id)}
        >
          <bdi>{person.name}</bdi>
        </UnstyledButton>
      ),
    },
    { id: "state", header: t("state"), cell: ({ cell }) => <AccessChip status={cell.status} /> },
    lines.some(({ cell }) => cell.until) && {
      id: "until",
      header: t("until"),
      cell: ({ cell }) => cell.until && <EndDate {...dates.end(cell.until, today)} />,
    },
    lines.some(({ cell }) => cell.reasons.length > 0) && {
      id: "why",
      header: t("why"),
      cell: ({ cell }) => cell.reasons.map(words.sentence).join(" "),
    },
    lines.some(({ betterDoor }) => betterDoor) && {
      id: "door",
      header: t("otherDoor"),
      cell: (line) => <BetterDoor {...props} line={line} />,
    },
  ];
  return (
    <DataTable
      caption={props.caption}
      columns={columns.filter((column) => column !== false)}
      rows={lines}
      rowKey={({ cell }) => cell.person.id}
    />
  );
}

/** Another gate to the same study that lets this person in, or nearly. */
function BetterDoor({ team, access, today, line }: Props & { line: Line }) {
  const { betterDoor } = line;
  if (!betterDoor) return null;
  const on = access.on === today ? undefined : access.on;
  return (
    <>
      <TextLink href={unitPath(team, betterDoor.unit.id, on)}>{betterDoor.unit.name}</TextLink>{" "}
      <AccessChip status={betterDoor.status} />
    </>
  );
}
