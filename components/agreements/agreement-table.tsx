import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { dutyPath } from "@/components/duties/duty-path";
import { listColumns } from "@/components/lists/list-columns";
import type { ListPlace } from "@/components/lists/list-place";
import { requestPath } from "@/components/requests/request-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { ListedAgreement } from "@/lib/services/agreement-list";
import { agreementPath } from "./agreement-path";
import { MissingNames } from "./missing-names";
import { StateChip } from "./state-chip";

/** So many units or names stand in a line; the rest is counted. */
const MOST = 3;
const OVER = new Set<ListedAgreement["state"]>(["replaced", "revoked", "closed"]);

interface Props {
  place: ListPlace;
  rows: readonly ListedAgreement[];
  today: Day;
}

/** The team's agreements; those that wait for a signature are marked. */
export function AgreementTable(props: Props) {
  const t = useTranslations("agreements.list");
  const columns = [...useTextColumns(props), ...useDayColumns(props)];
  return (
    <DataTable
      caption={t("caption")}
      columns={listColumns(props.place, columns)}
      rows={props.rows}
      rowKey={(row) => row.id}
      isMarked={(row) => row.mustSign.length > 0}
    />
  );
}

function useTextColumns({ place: { team } }: Props): Column<ListedAgreement>[] {
  const t = useTranslations("lists.agreements.column");
  return [
    {
      id: "name",
      header: t("name"),
      isTitle: true,
      cell: (row) => <Name team={team} row={row} />,
    },
    {
      id: "covers",
      header: t("covers"),
      cell: ({ units }) => <Few values={units.map(({ name }) => name)} />,
    },
    { id: "signed", header: t("signed"), cell: (row) => <SignedBy row={row} /> },
    { id: "state", header: t("state"), cell: ({ state }) => <StateChip state={state} /> },
    {
      id: "archive",
      header: t("archive"),
      cell: ({ archive }) => archiveByCode(archive)?.name ?? archive,
    },
    {
      id: "request",
      header: t("request"),
      cell: ({ request }) =>
        request && (
          <TextLink href={requestPath(team, request.number)}>
            {writeNumber(request.number)} · <bdi>{request.title}</bdi>
          </TextLink>
        ),
    },
  ];
}

function useDayColumns({ place, today }: Props): Column<ListedAgreement>[] {
  const t = useTranslations("lists.agreements.column");
  const own = useTranslations("agreements.list");
  const dates = useDates();
  const say = useSay();
  return [
    {
      id: "starts",
      header: t("starts"),
      cell: ({ startsOn }) => (
        <time dateTime={startsOn} style={{ whiteSpace: "nowrap" }}>
          {dates.day(startsOn)}
        </time>
      ),
    },
    {
      id: "ends",
      header: t("ends"),
      cell: ({ endsOn, state }) =>
        endsOn ? (
          <EndDate {...dates.end(endsOn, today, { closed: OVER.has(state) })} />
        ) : (
          own("noEnd")
        ),
    },
    {
      id: "duty",
      header: t("duty"),
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

function Name({ team, row }: { team: string; row: ListedAgreement }) {
  const t = useTranslations("agreements");
  const archive = archiveByCode(row.archive);
  const version = row.textVersion && t("version", { version: row.textVersion });
  return (
    <>
      <TextLink href={agreementPath(team, row.id)}>
        <bdi>{row.name}</bdi>
      </TextLink>
      <Text size="sm" c="dimmed" fw={400}>
        {[archive?.name, row.dac, version].filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}

function SignedBy({ row }: { row: ListedAgreement }) {
  const t = useTranslations("agreements.list");
  return (
    <>
      {row.signedBy.length > 0 ? <Few values={row.signedBy} /> : t("nobody")}
      {row.mustSign.length > 0 && (
        <Text size="sm" c="var(--gb-warn)">
          {t("missing")} <MissingNames missing={row.mustSign} />
        </Text>
      )}
    </>
  );
}

function Few({ values }: { values: readonly string[] }) {
  const t = useTranslations("agreements.list");
  const more = values.length - MOST;
  return (
    <>
      <bdi>{values.slice(0, MOST).join(", ")}</bdi>
      {more > 0 && ` ${t("more", { count: more })}`}
    </>
  );
}
