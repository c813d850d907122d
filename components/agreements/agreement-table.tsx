import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { archiveByCode } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import type { AgreementLine } from "@/lib/services/agreements";
import { agreementPath } from "./agreement-path";
import { MissingNames } from "./missing-names";
import { StateChip } from "./state-chip";

/** So many units or names stand in a line; the rest is counted. */
const MOST = 3;
const OVER = new Set<AgreementLine["state"]>(["replaced", "revoked", "closed"]);

/** The team's agreements; those that wait for a signature are marked. */
export function AgreementTable(props: {
  team: string;
  rows: readonly AgreementLine[];
  today: Day;
}) {
  const t = useTranslations("agreements.list");
  const dates = useDates();
  const { team, today } = props;
  const columns: Column<AgreementLine>[] = [
    {
      id: "name",
      header: t("column.name"),
      isTitle: true,
      cell: (row) => <Name team={team} row={row} />,
    },
    {
      id: "covers",
      header: t("column.covers"),
      cell: ({ units }) => <Few values={units.map(({ name }) => name)} />,
    },
    {
      id: "signed",
      header: t("column.signedBy"),
      cell: (row) => <SignedBy row={row} />,
    },
    {
      id: "starts",
      header: t("column.starts"),
      cell: ({ startsOn }) => <time dateTime={startsOn}>{dates.day(startsOn)}</time>,
    },
    {
      id: "ends",
      header: t("column.ends"),
      cell: ({ endsOn, state }) =>
        endsOn ? (
          <EndDate {...dates.end(endsOn, today, { closed: OVER.has(state) })} />
        ) : (
          t("noEnd")
        ),
    },
    { id: "state", header: t("column.state"), cell: ({ state }) => <StateChip state={state} /> },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      isMarked={(row) => row.mustSign.length > 0}
    />
  );
}

function Name({ team, row }: { team: string; row: AgreementLine }) {
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

function SignedBy({ row }: { row: AgreementLine }) {
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
