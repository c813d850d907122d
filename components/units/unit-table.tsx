import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { unitPath } from "@/components/access/access-paths";
import { dutyPath } from "@/components/duties/duty-path";
import { listColumns } from "@/components/lists/list-columns";
import type { ListPlace } from "@/components/lists/list-place";
import { RequestsOf } from "@/components/lists/requests-of";
import { type Counts, WorkedOut } from "@/components/lists/worked-out";
import { requestPath } from "@/components/requests/request-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { termCodes } from "@/lib/data-use/term-codes";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { UnitLine } from "@/lib/services/unit-list";

interface Props {
  place: ListPlace;
  units: readonly UnitLine[];
  /** How many may open each today, once that is worked out. */
  openers: Counts;
  today: Day;
}

/** The access units that the team has anything to do with. */
export function UnitTable(props: Props) {
  const t = useTranslations("lists.units");
  const columns = [...useUnitColumns(props), ...useDayColumns(props)];
  return (
    <DataTable
      caption={t("caption")}
      columns={listColumns(props.place, columns)}
      rows={props.units}
      rowKey={({ id }) => id}
      isWide={props.place.view.columns !== null}
    />
  );
}

function useUnitColumns({ place, openers }: Props): Column<UnitLine>[] {
  const t = useTranslations("lists.units");
  const { team } = place;
  return [
    {
      id: "unit",
      header: t("column.unit"),
      isTitle: true,
      cell: (unit) => <Name team={team} unit={unit} />,
    },
    {
      id: "archive",
      isSpare: true,
      header: t("column.archive"),
      cell: ({ archiveName }) => archiveName,
    },
    { id: "code", header: t("column.code"), cell: ({ code }) => <bdi>{code}</bdi> },
    {
      id: "requests",
      header: t("column.requests"),
      cell: (unit) => <Requests team={team} unit={unit} />,
    },
    {
      id: "open",
      header: t("column.open"),
      cell: ({ id }) => (
        <WorkedOut
          counts={openers}
          id={id}
          href={unitPath(team, id)}
          label={t("openOf")}
          unknown="–"
        />
      ),
    },
    {
      id: "terms",
      isSpare: true,
      header: t("column.terms"),
      cell: (unit) => <bdi>{termCodes(unit).join(", ") || "–"}</bdi>,
    },
  ];
}

function useDayColumns({ place, today }: Props): Column<UnitLine>[] {
  const t = useTranslations("lists.units");
  const dates = useDates();
  const say = useSay();
  return [
    {
      id: "ends",
      header: t("column.ends"),
      cell: ({ endsOn }) => endsOn && <EndDate {...dates.end(endsOn, today)} />,
    },
    {
      id: "duty",
      header: t("column.duty"),
      cell: ({ nextDuty }) =>
        nextDuty && (
          <>
            <TextLink href={dutyPath(place.team, nextDuty.id)}>{say(nextDuty.name)}</TextLink>
            <EndDate {...dates.end(nextDuty.dueOn, today)} />
          </>
        ),
    },
  ];
}

function Name({ team, unit }: { team: string; unit: UnitLine }) {
  return (
    <>
      <TextLink href={unitPath(team, unit.id)}>
        <bdi>{unit.name}</bdi>
      </TextLink>
      <Text size="sm" c="dimmed" fw={400} lineClamp={2}>
        {unit.title}
      </Text>
    </>
  );
}

function Requests({ team, unit }: { team: string; unit: UnitLine }) {
  const t = useTranslations("lists.units");
  const { requests, requestCount, code } = unit;
  if (requestCount > requests.length) {
    return <RequestsOf team={team} field="data" value={code} count={requestCount} />;
  }
  if (requestCount === 0) return t("noRequest");
  return requests.map(({ number, title }, index) => (
    <span key={number}>
      {index > 0 && ", "}
      <TextLink href={requestPath(team, number)} aria-label={`${writeNumber(number)} ${title}`}>
        {writeNumber(number)}
      </TextLink>
    </span>
  ));
}
