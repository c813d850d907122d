import { useTranslations } from "next-intl";
import classes from "@/components/ui/filter.module.css";
import { TextLink } from "@/components/ui/links";
import { Note } from "@/components/ui/note";
import { useDates } from "@/components/words/dates";
import { ARCHIVES } from "@/lib/archives/index";
import type { Day } from "@/lib/dates/day";
import type { AccessFilter } from "@/lib/readiness/access-query";
import type { AccessMatrix } from "@/lib/readiness/access-view";
import { AccessFilterForm } from "./access-filter-form";
import { accessPath } from "./access-paths";
import { StateLinks } from "./state-links";

/** What stands above the matrix: the states with their counts, the filter, and the day if not today. */
export function AccessHead(props: {
  team: string;
  filter: AccessFilter;
  counts: AccessMatrix["counts"];
  on: Day;
  /** The day as the address has it. */
  typedDay: string;
  today: Day;
}) {
  const t = useTranslations("access");
  const dates = useDates();
  const { team, filter, on, today } = props;
  return (
    <div className={classes.filter}>
      <StateLinks team={team} filter={filter} counts={props.counts} />
      <AccessFilterForm
        key={accessPath(team, filter)}
        team={team}
        filter={filter}
        typedDay={props.typedDay}
        today={today}
        archives={ARCHIVES.map(({ code, name }) => ({ code, name }))}
      />
      {on !== today && (
        <Note tone="info">
          <p>
            {t("asOf", { day: dates.day(on) })}{" "}
            <TextLink href={accessPath(team, { ...filter, on: undefined })} underline="always">
              {t("backToToday")}
            </TextLink>
          </p>
        </Note>
      )}
    </div>
  );
}
