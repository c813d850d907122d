import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import filterClasses from "@/components/ui/filter.module.css";
import { ButtonLink, TextLink } from "@/components/ui/links";
import type { Day } from "@/lib/dates/day";
import type { TimelineView } from "@/lib/timeline/view-query";
import { holds, type Window, ZOOMS } from "@/lib/timeline/window";
import { timelinePath, timeMoves, zoomPath } from "./timeline-path";
import classes from "./timeline-toolbar.module.css";

/** How much time is shown, from when on, and as what: links all, so that they work without JavaScript. */
export function TimelineToolbar(props: {
  team: string;
  view: TimelineView;
  window: Window;
  today: Day;
}) {
  const t = useTranslations("timeline");
  const { team, view, window, today } = props;
  const { earlier, later } = timeMoves(team, view, { window, today });
  return (
    <div className={classes.toolbar}>
      <nav aria-label={t("time.zooms")}>
        <ul className={filterClasses.tabs}>
          {ZOOMS.map((zoom) => (
            <li key={zoom}>
              <TextLink
                href={zoomPath(team, view, { to: zoom, window, today })}
                aria-current={zoom === view.zoom ? "true" : undefined}
                underline="never"
                scroll={false}
              >
                {t(`time.zoom.${zoom}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t("time.label")} className={classes.moves}>
        {earlier && (
          <Move href={earlier} left={<IconChevronLeft size={16} aria-hidden />}>
            {t("time.earlier")}
          </Move>
        )}
        {!holds(window, today) && (
          <Move href={timelinePath(team, { ...view, from: undefined })}>{t("time.today")}</Move>
        )}
        {later && (
          <Move href={later} right={<IconChevronRight size={16} aria-hidden />}>
            {t("time.later")}
          </Move>
        )}
      </nav>
      <nav aria-label={t("as.label")} className={classes.as}>
        <ul className={filterClasses.tabs}>
          {(["chart", "list"] as const).map((as) => (
            <li key={as}>
              <TextLink
                href={timelinePath(team, { ...view, as })}
                aria-current={as === view.as ? "true" : undefined}
                underline="never"
                scroll={false}
              >
                {t(`as.${as}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Move(props: { href: string; children: string; left?: ReactNode; right?: ReactNode }) {
  return (
    <ButtonLink
      href={props.href}
      variant="default"
      size="xs"
      scroll={false}
      leftSection={props.left}
      rightSection={props.right}
    >
      {props.children}
    </ButtonLink>
  );
}
