import { useTranslations } from "next-intl";
import { unitPath } from "@/components/access/access-paths";
import { Unproved } from "@/components/documents/proof-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import { nameOfUnit } from "@/lib/catalogue/unit-name";
import type { Day } from "@/lib/dates/day";
import { stepOf } from "@/lib/requests/lifecycle";
import type { RequestDetail } from "@/lib/services/requests";
import classes from "./item-table.module.css";
import { ItemMoves } from "./moves/move-buttons";
import { statusTone } from "./status-tone";

type Item = RequestDetail["items"][number];

interface Props {
  team: string;
  archive: Archive;
  lifecycle: Lifecycle;
  items: readonly Item[];
  today: Day;
}

/** What a request asks for, each line with where it stands, its access and what can be recorded. */
export function ItemTable(props: Props) {
  const t = useTranslations("requests.page.items");
  return (
    <DataTable
      caption={t("caption")}
      columns={useColumns(props)}
      rows={props.items}
      rowKey={(item) => item.id}
    />
  );
}

function useColumns({ team, archive, lifecycle, items, today }: Props): Column<Item>[] {
  const t = useTranslations("requests.page.items");
  const dates = useDates();
  const hasNumbers = items.some((item) => item.archiveNumber !== null);
  const columns: (Column<Item> | false)[] = [
    {
      id: "unit",
      header: t("column.unit"),
      isTitle: true,
      cell: (item) => <Data team={team} item={item} />,
    },
    archive.itemPerPerson && {
      id: "person",
      header: t("column.person"),
      cell: (item) => <bdi>{item.person?.name}</bdi>,
    },
    {
      id: "stage",
      header: t("column.stage"),
      cell: (item) => {
        const step = stepOf(lifecycle, item.step);
        return (
          <>
            <StatusChip label={step.label} tone={statusTone(step.status)} />{" "}
            <span className={classes.since}>{t("since", { date: dates.day(item.stepSince) })}</span>
          </>
        );
      },
    },
    hasNumbers && {
      id: "number",
      header: t("column.number"),
      cell: (item) => item.archiveNumber,
    },
    {
      id: "access",
      header: t("column.access"),
      cell: (item) => <Access item={item} today={today} />,
    },
    {
      id: "moves",
      header: t("column.moves"),
      align: "end",
      cell: (item) => <ItemMoves itemId={item.id} name={itemWords(item, items)} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What an item is called among the others of its request: the person, the data, or both. */
export function itemWords(item: Item, items: readonly Item[]): string {
  const unit = nameOfUnit(item.unit);
  if (!item.person) return unit;
  const hasSeveralUnits = items.some(({ unitId }) => unitId !== item.unitId);
  return hasSeveralUnits ? `${item.person.name}, ${unit}` : item.person.name;
}

function Data({ team, item }: { team: string; item: Item }) {
  const t = useTranslations("access.unit");
  const { unit } = item;
  const name = nameOfUnit(unit);
  const details = [name.includes(unit.code) ? null : unit.code, unit.dac].filter(Boolean);
  return (
    <>
      <TextLink href={`/catalogue/${unit.dataset.slug}`}>{name}</TextLink>
      {details.length > 0 && <span className={classes.details}>{details.join(" · ")}</span>}
      <span className={classes.details}>
        <TextLink href={unitPath(team, item.unitId)}>{t("who")}</TextLink>
      </span>
    </>
  );
}

/** The grant in force, else the one that was last in force. */
function Access({ item, today }: { item: Item; today: Day }) {
  const t = useTranslations("requests.page.items");
  const dates = useDates();
  const grant = item.grants.find(({ endedOn }) => endedOn === null) ?? item.grants[0];
  if (!grant) return <span className={classes.since}>{t("noAccess")}</span>;
  const isEnded = grant.endedOn !== null;
  const last = grant.endedOn ?? grant.endsOn;
  return (
    <div className={classes.access}>
      {last ? <EndDate {...dates.end(last, today, { closed: isEnded })} /> : t("openEnded")}
      <span className={classes.since}>{t("decided", { date: dates.day(grant.decidedOn) })}</span>
      {grant.startsOn > today && (
        <span className={classes.since}>{t("from", { date: dates.day(grant.startsOn) })}</span>
      )}
      {!grant.document && !isEnded && <Unproved />}
    </div>
  );
}
