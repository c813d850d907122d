import { useTranslations } from "next-intl";
import { AccessChip } from "@/components/access/access-chip";
import { accessPath, placePath } from "@/components/access/access-paths";
import { useReasonWords } from "@/components/access/reason-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import type { AccessCell } from "@/lib/readiness/access-view";
import classes from "./person-page.module.css";

interface Props {
  team: string;
  me: string;
  cells: readonly AccessCell[];
  today: Day;
}

/** What the person may open today: the verdict for each unit, until when, or the first reason why not. */
export function PersonAccess({ team, me, cells, today }: Props) {
  const t = useTranslations("person.access");
  if (cells.length === 0) return <p className={classes.noRows}>{t("none")}</p>;
  const columns: Column<AccessCell>[] = [
    {
      ...{ id: "unit", header: t("columns.unit"), isTitle: true },
      cell: ({ person, unit }) => (
        <>
          <TextLink
            href={accessPath(team, { person: person.name, data: unit.code, people: "all" })}
            aria-label={t("cell", { unit: unit.name })}
          >
            {unit.name}
          </TextLink>
          <p className={classes.small}>{unit.archiveName}</p>
        </>
      ),
    },
    {
      ...{ id: "state", header: t("columns.state") },
      cell: ({ status }) => <AccessChip status={status} />,
    },
    {
      ...{ id: "why", header: t("columns.why") },
      cell: (cell) => <Why team={team} me={me} cell={cell} today={today} />,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={cells}
      rowKey={({ unit }) => unit.id}
    />
  );
}

/** Until when it is open, or why it is not: the first reason, the way to its cure, how many more. */
function Why({ team, me, cell, today }: Omit<Props, "cells"> & { cell: AccessCell }) {
  const t = useTranslations("person.access");
  const dates = useDates();
  const words = useReasonWords(me);
  const [first, ...more] = cell.reasons;
  if (!first) {
    return cell.until ? <EndDate {...dates.end(cell.until, today)} /> : t("noEnd");
  }
  const isHere = first.place.kind === "person" && first.place.id === cell.person.id;
  return (
    <>
      <p className={classes.sentence}>
        {words.sentence(first)}{" "}
        <TextLink
          underline="always"
          href={isHere ? "#prerequisites" : placePath(team, first.place)}
        >
          {isHere ? t("above") : words.cure(first, first.personName ?? cell.person.name)}
        </TextLink>
      </p>
      {more.length > 0 && <p className={classes.small}>{t("more", { count: more.length })}</p>}
    </>
  );
}
