import { useTranslations } from "next-intl";
import { DutyAbout } from "@/components/duties/duty-about";
import { DutyChip } from "@/components/duties/duty-chip";
import { DutyDue } from "@/components/duties/duty-due";
import { dutyPath } from "@/components/duties/duty-path";
import { TextLink } from "@/components/ui/links";
import { useSay } from "@/components/words/say";
import type { Day } from "@/lib/dates/day";
import type { CalendarLine } from "@/lib/services/calendar";
import classes from "./duty-entries.module.css";

/** Who reads the calendar, and when. */
export interface Reader {
  team: string;
  today: Day;
  now: Date;
  timeZone: string;
}

/** Duties by their days, each with the rule and the clause of its date on demand. */
export function DutyEntries(props: { lines: readonly CalendarLine[]; reader: Reader }) {
  const t = useTranslations("calendar.entry");
  const say = useSay();
  return (
    <ul className={classes.entries}>
      {props.lines.map((line) => (
        <li key={line.id} className={classes.entry}>
          <div className={classes.due}>
            <DutyDue duty={line} {...props.reader} />
          </div>
          <div className={classes.words}>
            <p className={classes.title}>
              <TextLink href={dutyPath(props.reader.team, line.id)}>{say(line.kind.name)}</TextLink>
            </p>
            <p>{say(line.what)}</p>
            <div className={classes.about}>
              <DutyAbout team={props.reader.team} duty={line} />
              <p>
                {t("owner")} <bdi>{line.owner.name}</bdi>
              </p>
            </div>
            <Why line={line} />
          </div>
          <div className={classes.state}>
            <DutyChip state={line.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Why({ line }: { line: CalendarLine }) {
  const t = useTranslations("calendar.entry");
  const say = useSay();
  return (
    <details className={classes.why}>
      <summary>{t("why")}</summary>
      <dl>
        <dt>{t("rule")}</dt>
        <dd>{say(line.rule)}</dd>
        <dt>{t("source")}</dt>
        <dd>{line.source}</dd>
        <dt>{t("ifMissed")}</dt>
        <dd>{say(line.ifMissed)}</dd>
      </dl>
    </details>
  );
}
