import { useTranslations } from "next-intl";
import { EndDate } from "@/components/ui/end-date";
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
          <details>
            <summary>{t("why")}</summary>
            <p>{duty.rule}</p>
            <p>
              {t("source")}: {duty.source}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
