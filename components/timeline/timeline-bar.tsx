import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import type { Bar, Strip } from "@/lib/timeline/layout";
import classes from "./timeline-bar.module.css";
import { BAND_TONES, STANDING_ICONS } from "./timeline-look";
import type { TimelineWords } from "./timeline-words";

/** What takes the focus at a place: one of all is in the order of the Tab key. */
export interface FocusPlace {
  "data-row": number;
  "data-column": number;
  tabIndex: number;
}

/** A stretch of time as a link; its colour says how near its end is, pattern and sign how it stands. */
export function TimelineBar(props: {
  strip: Strip;
  bar: Bar;
  href: string;
  place: FocusPlace;
  words: TimelineWords;
}) {
  const t = useTranslations("timeline.chart");
  const { strip, bar, words } = props;
  const { standing, isCut, joins, left, width, span } = bar;
  const Icon = STANDING_ICONS[standing];
  const isOpenEnded = span.before === null;
  const filed = span.renewalFiled ? ` ${words.renewalFiled}` : "";
  return (
    <PageLink
      href={props.href}
      className={classes.bar}
      aria-label={`${words.standing(standing)}. ${words.sentence(strip.entry, bar)}${filed}`}
      data-tone={BAND_TONES[bar.band]}
      data-standing={standing}
      data-fades={isOpenEnded || undefined}
      data-cut-left={isCut.left || joins.left || undefined}
      data-cut-right={(!isOpenEnded && isCut.right) || joins.right || undefined}
      data-joined={joins.left || undefined}
      style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
      {...props.place}
    >
      {isOpenEnded && width > 0.3 && (
        <span className={classes.noEnd} aria-hidden>
          {t("noEnd")}
        </span>
      )}
      {standing !== "ready" && !isOpenEnded && (
        <span className={classes.sign} aria-hidden>
          <Icon size={14} stroke={2} />
        </span>
      )}
    </PageLink>
  );
}
