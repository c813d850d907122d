import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { listColumns } from "@/components/lists/list-columns";
import type { ListPlace } from "@/components/lists/list-place";
import { Tickable } from "@/components/lists/selection";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import { DUTY_LIST } from "@/lib/lists/duties";
import { shownColumns } from "@/lib/lists/shape";
import type { DutyLine } from "@/lib/services/duty-rows";
import { nameOfDuty } from "./bulk/tickable-duty";
import { DutyAbout } from "./duty-about";
import { DutyChip } from "./duty-chip";
import { DutyDue } from "./duty-due";
import { dutyPath } from "./duty-path";

interface Props {
  team: string;
  /** Absent beside what the duties are about, where they are few and all shown. */
  place?: ListPlace;
  rows: readonly DutyLine[];
  /** The person who reads this; what is theirs and late is marked. */
  me: string;
  today: Day;
  now: Date;
  timeZone: string;
}

/** Duties with their days, whose they are and what they are about. */
export function DutyTable(props: Props) {
  const t = useTranslations("lists.duties");
  const { place, rows, me } = props;
  const columns = useColumns(props);
  const usual = shownColumns(DUTY_LIST, null).map(({ id }) => id);
  return (
    <DataTable
      caption={t("caption")}
      columns={place ? listColumns(place, columns) : columns.filter(({ id }) => usual.includes(id))}
      rows={rows}
      rowKey={({ id }) => id}
      isWide={place?.view.columns != null}
      isMarked={({ state, owner }) => state === "overdue" && owner.id === me}
    />
  );
}

function useColumns(props: Props): Column<DutyLine>[] {
  const t = useTranslations("lists.duties.column");
  const say = useSay();
  const dates = useDates();
  const { team } = props;
  return [
    {
      id: "duty",
      header: t("duty"),
      isTitle: true,
      cell: (row) => (
        <Tickable id={row.id} name={nameOfDuty(row, say)}>
          {/* On a line of its own, since it does not stand out enough within a text. */}
          <div>
            <TextLink href={dutyPath(team, row.id)}>{say(row.kind.name)}</TextLink>
          </div>
          <Text size="sm" c="dimmed" fw={400} lineClamp={2}>
            {say(row.what)}
          </Text>
        </Tickable>
      ),
    },
    { id: "due", header: t("due"), cell: (row) => <DutyDue duty={row} {...props} /> },
    { id: "about", header: t("about"), cell: (row) => <DutyAbout team={team} duty={row} /> },
    { id: "owner", header: t("owner"), cell: ({ owner }) => <bdi>{owner.name}</bdi> },
    { id: "state", header: t("state"), cell: ({ state }) => <DutyChip state={state} /> },
    {
      id: "seen",
      header: t("seen"),
      cell: ({ acknowledgedBy }) => acknowledgedBy && <bdi>{acknowledgedBy}</bdi>,
    },
    {
      id: "archive",
      header: t("archive"),
      cell: ({ archive }) => archiveByCode(archive)?.name ?? archive,
    },
    {
      id: "closed",
      header: t("closed"),
      cell: ({ closedOn }) => closedOn && dates.day(closedOn),
    },
  ];
}
