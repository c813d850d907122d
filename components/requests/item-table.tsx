import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { unitPath } from "@/components/access/access-paths";
import { AttachProof } from "@/components/documents/attach-proof";
import { ProofLink } from "@/components/documents/proof-link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { Archive } from "@/lib/archives/archive";
import type { Lifecycle } from "@/lib/archives/lifecycle";
import { nameOfUnit } from "@/lib/catalogue/unit-name";
import type { Day } from "@/lib/dates/day";
import { stepOf } from "@/lib/requests/lifecycle";
import type { RequestDetail } from "@/lib/services/requests";
import classes from "./item-table.module.css";
import { itemWords } from "./item-words";
import { ItemMoves } from "./moves/move-buttons";
import { type Openers, openersOfItem, waitingForItem } from "./request-words";
import { statusTone } from "./status-tone";
import { useWaitingWords } from "./waiting-on";

type Item = RequestDetail["items"][number];

interface Props {
  team: string;
  archive: Archive;
  lifecycle: Lifecycle;
  request: RequestDetail;
  me: string;
  today: Day;
  /** Who may open what was granted today, by unit. */
  openers: Openers;
  /** Adds the proof of an approval; null for readers who may not. */
  attach: ComponentProps<typeof AttachProof>["attach"] | null;
}

/** What a request asks for, each line with where it stands, its approval, and who may open it today. */
export function ItemTable(props: Props) {
  const t = useTranslations("requests.page.items");
  return (
    <DataTable
      caption={t("caption")}
      columns={useColumns(props)}
      rows={props.request.items}
      rowKey={(item) => item.id}
    />
  );
}

function useColumns(props: Props): Column<Item>[] {
  const t = useTranslations("requests.page.items");
  const words = useTranslations("requestPage.items");
  const { archive, request } = props;
  const { items } = request;
  const columns: (Column<Item> | false)[] = [
    {
      id: "unit",
      header: t("column.unit"),
      isTitle: true,
      cell: (item) => <Data team={props.team} item={item} />,
    },
    archive.itemPerPerson && {
      id: "person",
      header: t("column.person"),
      cell: (item) => <bdi>{item.person?.name}</bdi>,
    },
    {
      id: "stage",
      header: t("column.stage"),
      cell: (item) => <Stage {...props} item={item} />,
    },
    {
      id: "access",
      header: t("column.access"),
      cell: (item) => <Access {...props} item={item} />,
    },
    items.some(isGranted) && {
      id: "opens",
      header: words("column.opens"),
      cell: (item) => <OpenTo {...props} item={item} />,
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

function isGranted({ grants }: Item): boolean {
  return grants.some(({ endedOn }) => endedOn === null);
}

function Data({ team, item }: { team: string; item: Item }) {
  const t = useTranslations("access.unit");
  const { unit } = item;
  const name = nameOfUnit(unit);
  const details = [name.includes(unit.code) ? null : unit.code, unit.dac, item.archiveNumber];
  return (
    <>
      <TextLink href={`/catalogue/${unit.dataset.slug}`}>{name}</TextLink>
      <span className={classes.details}>{details.filter(Boolean).join(" · ")}</span>
      {!isGranted(item) && (
        <span className={classes.details}>
          <TextLink href={unitPath(team, item.unitId)}>{t("who")}</TextLink>
        </span>
      )}
    </>
  );
}

function Stage({ lifecycle, request, item, me }: Props & { item: Item }) {
  const t = useTranslations("requests.page.items");
  const words = useTranslations("requestPage.items");
  const who = useWaitingWords();
  const dates = useDates();
  const say = useSay();
  const step = stepOf(lifecycle, item.step);
  return (
    <div className={classes.lines}>
      <StatusChip label={say(step.label)} tone={statusTone(step.status)} />
      <span className={classes.since}>{t("since", { date: dates.day(item.stepSince) })}</span>
      {step.waitingOn !== "nobody" && (
        <span className={classes.details}>
          {words("waiting", {
            who: who({ party: step.waitingOn, persons: waitingForItem(request, item), me }),
          })}
        </span>
      )}
    </div>
  );
}

/** The grant in force, else the one that was last in force. */
function Access({ team, request, archive, item, today, attach }: Props & { item: Item }) {
  const t = useTranslations("requests.page.items");
  const paper = useTranslations("requests.page.access");
  const dates = useDates();
  const grant = item.grants.find(({ endedOn }) => endedOn === null) ?? item.grants[0];
  if (!grant) return <span className={classes.since}>{t("noAccess")}</span>;
  const isEnded = grant.endedOn !== null;
  const last = grant.endedOn ?? grant.endsOn;
  const unit = nameOfUnit(item.unit);
  return (
    <div className={classes.lines}>
      {last ? <EndDate {...dates.end(last, today, { closed: isEnded })} /> : t("openEnded")}
      <span className={classes.since}>{t("decided", { date: dates.day(grant.decidedOn) })}</span>
      {grant.startsOn > today && (
        <span className={classes.since}>{t("from", { date: dates.day(grant.startsOn) })}</span>
      )}
      {(grant.document || !isEnded) && <ProofLink team={team} proof={grant.document} />}
      {!isEnded && attach && (
        <AttachProof
          team={team}
          target={{ kind: "grant", id: grant.id }}
          requestId={request.id}
          paper={paper("paper")}
          what={archive.itemPerPerson && item.person ? `${item.person.name}: ${unit}` : unit}
          isReplacement={grant.document !== null}
          attach={attach}
        />
      )}
    </div>
  );
}

function OpenTo({ team, archive, item, openers }: Props & { item: Item }) {
  const t = useTranslations("requestPage.items");
  const dates = useDates();
  if (!isGranted(item)) return null;
  const names = openersOfItem(archive, item, openers).map(({ name }) => name);
  return (
    <div className={classes.lines}>
      {names.length > 0 ? <bdi>{dates.list(names)}</bdi> : <b>{t("nobody")}</b>}
      <TextLink
        href={unitPath(team, item.unitId)}
        aria-label={`${t("why")}: ${nameOfUnit(item.unit)}`}
      >
        {t("why")}
      </TextLink>
    </div>
  );
}
