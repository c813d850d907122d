import {
  IconCalendarCheck,
  IconCalendarDue,
  IconCalendarOff,
  IconCalendarX,
  IconRefresh,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./end-date.module.css";

const ICONS = {
  far: IconCalendarCheck,
  near: IconCalendarDue,
  urgent: IconCalendarDue,
  past: IconCalendarX,
  closed: IconCalendarOff,
  renewing: IconRefresh,
} as const;

export interface EndDateProps {
  /** The day as `YYYY-MM-DD`, for machines. */
  iso: string;
  /** The day in words: `14 Mar 2027`. */
  date: string;
  /** How far away: `in 23 days`, `3 days ago`. */
  distance: string;
  band: keyof typeof ICONS;
}

/** A date with its distance and colour band; spread `dates.end(...)` of useDates into it. */
export function EndDate({ iso, date, distance, band }: EndDateProps) {
  const t = useTranslations("ui.endDate");
  const Icon = ICONS[band];
  return (
    <span className={classes.end} data-band={band}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <span>
        <time dateTime={iso} className={classes.date}>
          {date}
        </time>{" "}
        <span className={classes.distance}>({distance})</span>
        {(band === "closed" || band === "renewing") && (
          <span className={classes.note}> {t(band)}</span>
        )}
      </span>
    </span>
  );
}
