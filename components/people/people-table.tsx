import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { TeamPerson } from "@/lib/services/people";
import type { HoldingCounts } from "@/lib/services/prerequisites";
import { EditPerson } from "./person-editor";
import { personPath } from "./person-path";
import { PrerequisiteCounts } from "./prerequisite-counts";
import { PRESENCE_TONES } from "./presence-tones";

/** Everybody of the team. Without `update` nobody can be edited. */
export function PeopleTable(props: {
  team: string;
  people: readonly TeamPerson[];
  /** By person, how what is recorded of them stands. */
  holdings: ReadonlyMap<string, HoldingCounts>;
  update?: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("people");
  const { update } = props;
  const columns: Column<TeamPerson>[] = [
    {
      id: "name",
      header: t("columns.name"),
      isTitle: true,
      cell: (person) => <Name team={props.team} person={person} />,
    },
    { id: "position", header: t("columns.position"), cell: (person) => <Position {...person} /> },
    { id: "team", header: t("columns.team"), cell: (person) => <OnTeam {...person} /> },
    {
      id: "prerequisites",
      header: t("columns.prerequisites"),
      cell: ({ id }) => <PrerequisiteCounts counts={props.holdings.get(id)} />,
    },
    { id: "role", header: t("columns.role"), cell: (person) => <InGatebook {...person} /> },
  ];
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
    />
  );
}

function Name({ team, person }: { team: string; person: TeamPerson }) {
  const { id, name, email } = person;
  return (
    <>
      <TextLink href={personPath(team, id)}>{name}</TextLink>
      {email && (
        <Text size="sm" c="dimmed" fw={400} style={{ overflowWrap: "anywhere" }}>
          {email}
        </Text>
      )}
    </>
  );
}

function Position({ position, institution }: TeamPerson) {
  return [position, institution].filter(Boolean).join(", ") || "–";
}

function OnTeam({ presence, startsOn, endsOn }: TeamPerson) {
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

function InGatebook({ role }: TeamPerson) {
  const t = useTranslations("people");
  const roles = useTranslations("roles");
  return role ? roles(role) : <Text c="dimmed">{t("noAccount")}</Text>;
}
