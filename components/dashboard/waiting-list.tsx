import { useTranslations } from "next-intl";
import { requestPath } from "@/components/requests/request-path";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { type Day, daysBetween } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/filter";
import type { WaitingItem } from "@/lib/services/dashboard";
import classes from "./dashboard.module.css";

/** What lies with somebody outside the team, longest waiting first. */
export function WaitingList(props: { team: string; items: readonly WaitingItem[]; today: Day }) {
  const t = useTranslations("dashboard.waiting");
  return (
    <Panel title={t("title")} flush>
      {props.items.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.lines}>
          {props.items.map((item) => (
            <WaitingLine key={item.id} team={props.team} item={item} today={props.today} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function WaitingLine({ team, item, today }: { team: string; item: WaitingItem; today: Day }) {
  const t = useTranslations("dashboard.waiting");
  const party = useTranslations("requests.waiting.party");
  const days = Math.max(0, daysBetween(item.since, today));
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <TextLink href={requestPath(team, item.number)}>
          {writeNumber(item.number)} · <bdi>{item.title}</bdi>
        </TextLink>
        <span className={classes.small}>
          {party(item.waitingOn)} · {t("days", { days })} · {item.unit}
        </span>
      </div>
      <StatusChip label={item.step} tone="info" />
    </li>
  );
}
