import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import type { DutyDetail, DutyReader } from "@/lib/services/duty-page";
import classes from "./duty-view.module.css";

/** Who is reminded of a duty, why, and on which days still, with the level that decided it. */
export function ReaderTable({ duty }: { duty: DutyDetail }) {
  const t = useTranslations("duties.readers");
  const { quiet, problem, hours, readers } = duty;
  const columns: Column<DutyReader>[] = [
    {
      id: "who",
      header: t("column.who"),
      isTitle: true,
      cell: ({ person }) => <bdi>{person.name}</bdi>,
    },
    {
      id: "why",
      header: t("column.why"),
      cell: ({ reasons }) => reasons.map((reason) => t(`reason.${reason}`)).join(", "),
    },
    {
      id: "days",
      header: t("column.days"),
      cell: (reader) => <Days reader={reader} isQuiet={quiet !== null} />,
    },
    {
      id: "level",
      header: t("column.level"),
      cell: ({ level }) => t(`level.${level}`),
    },
  ];
  return (
    <>
      <div className={classes.pad}>
        {quiet && (
          <Note tone="neutral">
            <p>{t(`quiet.${quiet}`)}</p>
          </Note>
        )}
        {problem && !quiet && (
          <Note tone="bad">
            <p>{t(`problem.${problem}`)}</p>
          </Note>
        )}
        {hours.length > 0 && !quiet && (
          // The first of them is reached at once.
          <p>{t("hours", { hours: hours.slice(1).join(", ") })}</p>
        )}
      </div>
      {readers.length > 0 && (
        <DataTable
          caption={t("caption")}
          columns={columns}
          rows={readers}
          rowKey={({ person }) => person.id}
        />
      )}
    </>
  );
}

function Days({ reader, isQuiet }: { reader: DutyReader; isQuiet: boolean }) {
  const t = useTranslations("duties.readers");
  const dates = useDates();
  const { days, after, restsUntil } = reader;
  if (isQuiet) return t("noDay");
  const shown = restsUntil ? days.filter((day) => day >= restsUntil) : days;
  return (
    <>
      {restsUntil && <Text size="sm">{t("rests", { date: dates.day(restsUntil) })}</Text>}
      {shown.length > 0 ? shown.map((day) => dates.day(day)).join(" · ") : t("noDay")}
      <Text size="sm" c="dimmed">
        {t(`after.${after}`)}
      </Text>
    </>
  );
}
