import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { NOTICE_TONES } from "@/components/mail/notice-tones";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { DutyNotice } from "@/lib/services/duty-page";
import classes from "./duty-view.module.css";

/** The messages about a duty, newest first, with what became of each. */
export function NoticeTable(props: { notices: readonly DutyNotice[]; timeZone: string }) {
  const t = useTranslations("duties.notices");
  const why = useTranslations("duties.readers");
  const dates = useDates();
  const { notices, timeZone } = props;
  if (notices.length === 0) return <p className={classes.none}>{t("none")}</p>;
  const columns: Column<DutyNotice>[] = [
    {
      id: "to",
      header: t("column.to"),
      isTitle: true,
      cell: ({ to, reasons }) => (
        <>
          <bdi>{to}</bdi>
          {reasons.length > 0 && (
            <Text size="sm" c="dimmed" fw={400}>
              {reasons.map((reason) => why(`reason.${reason}`)).join(", ")}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "when",
      header: t("column.when"),
      cell: ({ at }) => <time dateTime={at.toISOString()}>{dates.instant(at, timeZone)}</time>,
    },
    {
      id: "state",
      header: t("column.state"),
      cell: ({ state }) => <StatusChip tone={NOTICE_TONES[state]} label={t(`state.${state}`)} />,
    },
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={notices} rowKey={({ id }) => id} />
  );
}
