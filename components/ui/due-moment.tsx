import { IconClockExclamation } from "@tabler/icons-react";
import { useLocale } from "next-intl";
import { datesIn } from "@/lib/dates/dates-in";
import classes from "./end-date.module.css";

/** A moment by which something is due, on the reader's clock, with the hours left. */
export function DueMoment(props: { at: Date; now: Date; timeZone: string }) {
  const { at, now, timeZone } = props;
  const dates = datesIn(useLocale());
  return (
    <span className={classes.end} data-band={at < now ? "past" : "urgent"}>
      <IconClockExclamation size={16} stroke={1.8} aria-hidden />
      <span>
        <time dateTime={at.toISOString()} className={classes.date}>
          {dates.instant(at, timeZone)}
        </time>{" "}
        <span className={classes.distance}>({dates.timeFrom(now, at)})</span>
      </span>
    </span>
  );
}
