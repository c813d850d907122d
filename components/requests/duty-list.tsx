import { useTranslations } from "next-intl";
import { dutyPath } from "@/components/duties/duty-path";
import { SettleDuty } from "@/components/duties/settle-duty";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { Archive } from "@/lib/archives/archive";
import type { Day } from "@/lib/dates/day";
import { dutyKind } from "@/lib/obligations/kinds";
import type { RequestDetail } from "@/lib/services/requests";
import classes from "./duty-list.module.css";

/** The open duties of a request with their dates, and on demand how each date comes about. */
export function DutyList(props: {
  team: string;
  archive: Archive;
  lifecycle: string;
  duties: RequestDetail["obligations"];
  today: Day;
  /** Without it nobody may record that a duty was done. */
  settle?: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("requests.page.duties");
  const dates = useDates();
  const say = useSay();
  const { endDuty } = props.archive.terms(props.lifecycle);
  if (props.duties.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.duties}>
      {props.duties.map((duty) => (
        <li key={duty.id}>
          <EndDate {...dates.end(duty.dueOn, props.today)} />
          <p>{say(duty.kind === endDuty.kind ? endDuty.whatToDo : duty.what)}</p>
          <p>
            <TextLink href={dutyPath(props.team, duty.id)}>
              {say(dutyKind(duty.kind).name)}
            </TextLink>
          </p>
          {duty.person && <p>{t("leaves", { name: duty.person.name })}</p>}
          <details>
            <summary>{t("why")}</summary>
            <p>{say(duty.rule)}</p>
            <p>
              {t("source")}: {duty.source}
            </p>
          </details>
          {props.settle && duty.grantId === null && (
            <SettleDuty
              {...{ team: props.team, duty, today: props.today, settle: props.settle }}
              size="compact-sm"
              mt="xs"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
