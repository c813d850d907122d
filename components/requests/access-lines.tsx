import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EndDate } from "@/components/ui/end-date";
import type { Day } from "@/lib/dates/day";
import { describeEnd, formatDay } from "@/lib/dates/format";
import { accessState, type GrantDates } from "@/lib/requests/access";
import classes from "./access-lines.module.css";

/** A grant with the words for who may open what. */
export interface AccessLine extends GrantDates {
  id: string;
  /** The person, or null where everybody named on the request may. */
  who: string | null;
  what: string;
  isProved: boolean;
}

/** Who may open which data until when, said plainly. */
export function AccessLines(props: { lines: readonly AccessLine[]; today: Day }) {
  const t = useTranslations("requests.page.access");
  if (props.lines.length === 0) return <p className={classes.none}>{t("none")}</p>;
  return (
    <ul className={classes.lines}>
      {props.lines.map((line) => (
        <li key={line.id}>
          <Sentence line={line} today={props.today} />
          {!line.isProved && line.endedOn === null && <Unproved />}
        </li>
      ))}
    </ul>
  );
}

function Sentence({ line, today }: { line: AccessLine; today: Day }) {
  const t = useTranslations("requests.page.access");
  const state = accessState(line, today);
  return (
    <>
      {t.rich(state, {
        who: () => <bdi>{line.who ?? t("team")}</bdi>,
        what: () => (
          <b>
            <bdi>{line.what}</bdi>
          </b>
        ),
        from: formatDay(line.startsOn),
        on: line.endedOn ? formatDay(line.endedOn) : "",
      })}{" "}
      {line.endsOn && (state === "running" || state === "lapsed") && (
        <EndDate {...describeEnd(line.endsOn, today)} />
      )}
    </>
  );
}

/** Marks an access that no document proves. */
export function Unproved() {
  const t = useTranslations("requests.page.access");
  return (
    <span className={classes.unproved}>
      <IconAlertTriangle size={14} aria-hidden />
      {t("unproved")}
    </span>
  );
}
