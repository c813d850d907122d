import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFunctionWords } from "@/components/agreements/function-words";
import { listColumns } from "@/components/lists/list-columns";
import type { ListPlace } from "@/components/lists/list-place";
import { RequestsOf } from "@/components/lists/requests-of";
import { type Counts, WorkedOut } from "@/components/lists/worked-out";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { PersonLine } from "@/lib/services/person-lines";
import { EditPerson } from "./person-editor";
import { personPath } from "./person-path";
import { PrerequisiteCounts } from "./prerequisite-counts";
import { PRESENCE_TONES } from "./presence-tones";

interface Props {
  place: ListPlace;
  people: readonly PersonLine[];
  /** How many units each may open today, once that is worked out. */
  access: Counts;
  today: Day;
  /** Without it nobody can be edited. */
  update?: (input: unknown) => Promise<ActionResult>;
}

/** The team's people. */
export function PeopleTable(props: Props) {
  const t = useTranslations("people");
  const { place, update } = props;
  const columns = listColumns(place, [...useWhoColumns(props), ...useWhatColumns(props)]);
  if (update) {
    columns.push({
      id: "actions",
      header: t("columns.actions"),
      align: "end",
      cell: (person) => <EditPerson key={person.version} person={person} update={update} />,
    });
  }
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.people}
      rowKey={(person) => person.id}
      isWide={props.place.view.columns !== null}
    />
  );
}

function useWhoColumns({ place }: Props): Column<PersonLine>[] {
  const t = useTranslations("lists.people.column");
  const functionWords = useFunctionWords();
  return [
    {
      id: "name",
      header: t("name"),
      isTitle: true,
      cell: ({ id, name }) => <TextLink href={personPath(place.team, id)}>{name}</TextLink>,
    },
    {
      id: "position",
      isSpare: true,
      header: t("position"),
      cell: (person) => <Position {...person} />,
    },
    {
      id: "functions",
      header: t("functions"),
      cell: ({ functions }) => functions.map(functionWords).join(", ") || "–",
    },
    {
      id: "email",
      header: t("email"),
      cell: ({ email }) => <span style={{ overflowWrap: "anywhere" }}>{email ?? "–"}</span>,
    },
    { id: "team", isSpare: true, header: t("team"), cell: (person) => <OnTeam {...person} /> },
    { id: "role", header: t("role"), cell: (person) => <InGatebook {...person} /> },
    { id: "country", header: t("country"), cell: ({ country }) => country || "–" },
  ];
}

function useWhatColumns({ place, access, today }: Props): Column<PersonLine>[] {
  const t = useTranslations("lists.people");
  const dates = useDates();
  const say = useSay();
  return [
    {
      id: "prerequisites",
      header: t("column.prerequisites"),
      cell: ({ holdings }) => <PrerequisiteCounts counts={holdings} />,
    },
    {
      id: "requests",
      header: t("column.requests"),
      cell: ({ name, requests }) => (
        <RequestsOf team={place.team} field="member" value={name} count={requests} />
      ),
    },
    {
      id: "access",
      header: t("column.access"),
      cell: ({ id }) => (
        <WorkedOut
          counts={access}
          id={id}
          href={`${personPath(place.team, id)}#access`}
          label={t("accessOf")}
          unknown={t("look")}
        />
      ),
    },
    {
      id: "ends",
      header: t("column.ends"),
      cell: ({ nextEnd }) =>
        nextEnd && (
          <>
            <EndDate {...dates.end(nextEnd.on, today)} />
            <Text size="sm" c="dimmed">
              {say(nextEnd.what)}
            </Text>
          </>
        ),
    },
  ];
}

function Position({ position, institution }: PersonLine) {
  if (!position && !institution) return "–";
  return (
    <>
      {position}
      <Text size="sm" c="dimmed" lineClamp={2}>
        {institution}
      </Text>
    </>
  );
}

function OnTeam({ presence, startsOn, endsOn }: PersonLine) {
  const t = useTranslations("people");
  const dates = useDates();
  const day = dates.day(startsOn);
  return (
    <>
      <StatusChip tone={PRESENCE_TONES[presence]} label={t(`presence.${presence}`)} />
      <Text size="sm" c="dimmed">
        {presence === "coming" ? t("from", { day }) : t("since", { day })}
        {endsOn && `, ${t("until", { day: dates.day(endsOn) })}`}
      </Text>
    </>
  );
}

function InGatebook({ role }: PersonLine) {
  const t = useTranslations("people");
  const roles = useTranslations("roles");
  return role ? (
    roles(role)
  ) : (
    <Text inherit c="dimmed">
      {t("noAccount")}
    </Text>
  );
}
