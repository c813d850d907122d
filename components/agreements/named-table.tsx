import { useTranslations } from "next-intl";
import { personPath } from "@/components/people/person-path";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import { EndName } from "./agreement-dialogs";
import { useFunctionWords } from "./function-words";
import type { NamedLine, SendAgreement } from "./send-agreement";

/** Whom an agreement names, as what, and for which days. Without `send` nobody can be taken out. */
export function NamedTable(props: {
  team: string;
  people: readonly NamedLine[];
  today: Day;
  send: SendAgreement | null;
}) {
  const t = useTranslations("agreements.named");
  const dates = useDates();
  const words = useFunctionWords();
  const { team, today, send } = props;
  if (props.people.length === 0) return <EmptyState sentence={t("none")} />;
  const columns: Column<NamedLine>[] = [
    {
      id: "who",
      header: t("column.who"),
      isTitle: true,
      cell: ({ personId, person }) => (
        <TextLink href={personPath(team, personId)}>
          <bdi>{person.name}</bdi>
        </TextLink>
      ),
    },
    { id: "as", header: t("column.as"), cell: (line) => words(line.function) },
    {
      id: "from",
      header: t("column.from"),
      cell: ({ startsOn }) => <time dateTime={startsOn}>{dates.day(startsOn)}</time>,
    },
    {
      id: "until",
      header: t("column.until"),
      cell: ({ endsOn }) => (endsOn ? <EndDate {...dates.end(endsOn, today)} /> : t("untilEnd")),
    },
  ];
  if (send) {
    columns.push({
      id: "actions",
      header: t("column.actions"),
      align: "end",
      cell: (line) => <EndName team={team} line={line} today={today} send={send} />,
    });
  }
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={props.people}
      rowKey={(line) => line.id}
    />
  );
}
