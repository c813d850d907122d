import { useTranslations } from "next-intl";
import { AccessChip } from "@/components/access/access-chip";
import { accessPath, placePath, unitPath } from "@/components/access/access-paths";
import { useReasonWords } from "@/components/access/reason-words";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import type { AccessCell } from "@/lib/readiness/access-view";
import type { MyAccess as Access } from "@/lib/services/my-access";
import classes from "./dashboard.module.css";

/** What the reader may open today and until when, or why not, in plain sentences. */
export function MyAccess(props: {
  team: string;
  access: Access;
  me: { personId: string; name: string };
  today: Day;
}) {
  const t = useTranslations("dashboard.access");
  const { team, access, me, today } = props;
  const { cells, count } = access;
  return (
    <Panel title={t("title")} flush>
      {cells.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.lines}>
          {cells.map((cell) => (
            <MyUnit key={cell.unit.id} team={team} cell={cell} me={me.personId} today={today} />
          ))}
        </ul>
      )}
      {count > cells.length && (
        <p className={classes.more}>
          <TextLink href={accessPath(team, { person: me.name, people: "all" })}>
            {t("all", { count })}
          </TextLink>
        </p>
      )}
    </Panel>
  );
}

function MyUnit(props: { team: string; cell: AccessCell; me: string; today: Day }) {
  const t = useTranslations("dashboard.access");
  const dates = useDates();
  const words = useReasonWords(props.me);
  const { team, cell, today } = props;
  const [reason] = cell.reasons;
  const { until } = cell;
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <TextLink
          href={unitPath(team, cell.unit.id)}
          aria-label={t("why", { unit: cell.unit.name })}
        >
          <bdi>{cell.unit.name}</bdi>
        </TextLink>
        <span className={classes.small}>
          {reason ? (
            <>
              {words.sentence(reason)}{" "}
              <TextLink href={placePath(team, reason.place)} underline="always">
                {words.cure(reason, reason.personName ?? cell.person.name)}
              </TextLink>
            </>
          ) : until ? (
            t("open", { date: dates.day(until), distance: dates.distance(today, until) })
          ) : (
            t("openNoEnd")
          )}
        </span>
      </div>
      <AccessChip status={cell.status} />
    </li>
  );
}
