import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DueMoment } from "@/components/ui/due-moment";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import type { DutyLine } from "@/lib/services/duty-rows";
import { DutyAbout } from "./duty-about";
import { DutyChip } from "./duty-chip";
import { dutyPath } from "./duty-path";

interface Props {
  team: string;
  rows: readonly DutyLine[];
  /** The person who reads this; what is theirs and late is marked. */
  me: string;
  today: Day;
  now: Date;
  timeZone: string;
}

/** Duties with their days, whose they are and what they are about. */
export function DutyTable(props: Props) {
  const t = useTranslations("duties.list");
  const say = useSay();
  const { team, rows, me } = props;
  const columns: Column<DutyLine>[] = [
    {
      id: "duty",
      header: t("column.duty"),
      isTitle: true,
      cell: ({ id, kind, what }) => (
        <>
          {/* On a line of its own, since it does not stand out enough within a text. */}
          <div>
            <TextLink href={dutyPath(team, id)}>{say(kind.name)}</TextLink>
          </div>
          <Text size="sm" c="dimmed" fw={400} lineClamp={2}>
            {say(what)}
          </Text>
        </>
      ),
    },
    { id: "due", header: t("column.due"), cell: (row) => <DutyDue duty={row} {...props} /> },
    {
      id: "about",
      header: t("column.about"),
      cell: (row) => <DutyAbout team={team} duty={row} />,
    },
    { id: "owner", header: t("column.owner"), cell: ({ owner }) => <bdi>{owner.name}</bdi> },
    { id: "state", header: t("column.state"), cell: ({ state }) => <DutyChip state={state} /> },
    {
      id: "seen",
      header: t("column.seen"),
      cell: ({ acknowledgedBy }) => acknowledgedBy && <bdi>{acknowledgedBy}</bdi>,
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isMarked={({ state, owner }) => state === "overdue" && owner.id === me}
    />
  );
}

/** When a duty is due, to the minute where its rule counts in hours; grey once it is closed. */
export function DutyDue(props: {
  duty: Pick<DutyLine, "state" | "dueOn" | "dueAt">;
  today: Day;
  now: Date;
  timeZone: string;
  /** With the weekday and the whole month. */
  isLong?: boolean;
}) {
  const dates = useDates();
  const { duty, today, now, timeZone } = props;
  const isOpen = ["open", "due_soon", "overdue"].includes(duty.state);
  if (isOpen && duty.dueAt) return <DueMoment at={duty.dueAt} now={now} timeZone={timeZone} />;
  const end = dates.end(duty.dueOn, today, { closed: !isOpen });
  return <EndDate {...end} {...(props.isLong && { date: dates.weekday(duty.dueOn) })} />;
}
