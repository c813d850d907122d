import { useTranslations } from "next-intl";
import { SettleDuty } from "@/components/departure/settle-duty";
import { EndDate } from "@/components/ui/end-date";
import type { ActionResult } from "@/lib/action";
import type { Archive } from "@/lib/archives/archive";
import type { Day } from "@/lib/dates/day";
import { describeEnd } from "@/lib/dates/format";
import type { RequestDetail } from "@/lib/services/requests";
import classes from "./duty-list.module.css";

/** The open duties of a request with their dates, and on demand how each date comes about. */
export function DutyList(props: {
  archive: Archive;
  lifecycle: string;
  duties: RequestDetail["obligations"];
  today: Day;
  /** Without it nobody may record that a duty was done. */
  settle?: (input: unknown) => Promise<ActionResult>;
}) {
  const t = useTranslations("requests.page.duties");
  const { endDuty } = props.archive.terms(props.lifecycle);
  if (props.duties.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.duties}>
      {props.duties.map((duty) => (
        <li key={duty.id}>
          <EndDate {...describeEnd(duty.dueOn, props.today)} />
          <p>{duty.kind === endDuty.kind ? endDuty.whatToDo : duty.what}</p>
          {duty.person && <p>{t("leaves", { name: duty.person.name })}</p>}
          <details>
            <summary>{t("why")}</summary>
            <p>{duty.rule}</p>
            <p>
              {t("source")}: {duty.source}
            </p>
          </details>
          {props.settle && duty.grantId === null && (
            <SettleDuty duty={duty} today={props.today} settle={props.settle} />
          )}
        </li>
      ))}
    </ul>
  );
}
