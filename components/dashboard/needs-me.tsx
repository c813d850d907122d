import { useTranslations } from "next-intl";
import { requestPath } from "@/components/requests/request-path";
import { statusTone } from "@/components/requests/status-tone";
import { WaitingOn } from "@/components/requests/waiting-on";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { useSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { RequestRow } from "@/lib/services/request-rows";
import classes from "./dashboard.module.css";

/** The requests whose next step is the reader's. */
export function NeedsMe(props: {
  team: string;
  rows: readonly RequestRow[];
  me: string;
  today: Day;
}) {
  const t = useTranslations("dashboard.mine");
  const say = useSay();
  return (
    <Panel title={t("title")} flush>
      {props.rows.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.lines}>
          {props.rows.map((row) => (
            <li key={row.id} className={classes.line}>
              <div className={classes.words}>
                <TextLink href={requestPath(props.team, row.number)}>
                  {writeNumber(row.number)} · <bdi>{row.title}</bdi>
                </TextLink>
                <span className={classes.small}>
                  {row.archiveName} ·{" "}
                  <WaitingOn
                    party={row.waitingOn}
                    persons={row.waitingFor}
                    me={props.me}
                    since={row.waitingSince}
                    today={props.today}
                  />
                </span>
              </div>
              <StatusChip label={say(row.step)} tone={statusTone(row.status)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
