import { useTranslations } from "next-intl";
import { requestPath } from "@/components/requests/request-path";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import { writeNumber } from "@/lib/requests/number";
import type { EndingGrant } from "@/lib/services/dashboard";
import classes from "./dashboard.module.css";

/** The approvals that end next, those that have lapsed first. */
export function EndsNext(props: { team: string; grants: readonly EndingGrant[]; today: Day }) {
  const t = useTranslations("dashboard.ends");
  const dates = useDates();
  return (
    <Panel title={t("title")} flush>
      {props.grants.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.lines}>
          {props.grants.map((grant) => (
            <li key={grant.id} className={classes.line}>
              <div className={classes.words}>
                <TextLink href={requestPath(props.team, grant.number)}>
                  {writeNumber(grant.number)} · {grant.unit}
                </TextLink>
                {grant.holder !== null && (
                  <bdi className={classes.small}>{t("for", { who: grant.holder })}</bdi>
                )}
              </div>
              <EndDate {...dates.end(grant.endsOn, props.today)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
