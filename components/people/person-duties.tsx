import { useTranslations } from "next-intl";
import { dutyPath } from "@/components/duties/duty-path";
import { SettleDuty } from "@/components/duties/settle-duty";
import { requestPath } from "@/components/requests/request-path";
import { EndDate } from "@/components/ui/end-date";
import { TextLink } from "@/components/ui/links";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import { whatToDo } from "@/lib/duties/what";
import { dutyKind } from "@/lib/obligations/kinds";
import { writeNumber } from "@/lib/requests/number";
import type { PersonDuty } from "@/lib/services/person";
import classes from "./person-page.module.css";

/** The open duties that the person owns, nearest first, each with how its date comes about. */
export function PersonDuties(props: {
  team: string;
  duties: readonly PersonDuty[];
  today: Day;
  /** Without it nobody may record that a duty was done. */
  settle?: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("person.duties");
  const words = useTranslations("requests.page.duties");
  const dates = useDates();
  const say = useSay();
  if (props.duties.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.lines}>
      {props.duties.map((duty) => (
        <li key={duty.id}>
          <EndDate {...dates.end(duty.dueOn, props.today)} />
          <p>
            <TextLink href={dutyPath(props.team, duty.id)}>
              {say(dutyKind(duty.kind).name)}
            </TextLink>
          </p>
          <p>{say(whatToDo(duty))}</p>
          {duty.person && <p>{words("leaves", { name: duty.person.name })}</p>}
          {duty.request && (
            <p>
              <TextLink href={requestPath(props.team, duty.request.number)}>
                {writeNumber(duty.request.number)} · {duty.request.title}
              </TextLink>
            </p>
          )}
          <details>
            <summary>{t("why")}</summary>
            <p>{say(duty.rule)}</p>
            <p>{t("source", { source: duty.source })}</p>
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
