import { useTranslations } from "next-intl";
import barClasses from "./timeline-bar.module.css";
import classes from "./timeline-legend.module.css";
import markClasses from "./timeline-mark.module.css";

const BARS = [
  { id: "ends", tone: "bad", standing: "ready_ending" },
  { id: "lapsed", tone: "bad", standing: "lapsed" },
  { id: "revoked", tone: "bad", standing: "revoked" },
  { id: "closed", tone: "neutral", standing: "closed" },
  { id: "planned", tone: "neutral", standing: "planned" },
  { id: "open", tone: "brand", standing: "ready" },
] as const;

/** What the patterns and signs of the chart mean. */
export function TimelineLegend() {
  const t = useTranslations("timeline.legend");
  return (
    <ul className={classes.legend} aria-label={t("title")}>
      {BARS.map(({ id, tone, standing }) => (
        <li key={id}>
          <span className={classes.sample} aria-hidden>
            <span
              className={barClasses.bar}
              data-tone={tone}
              data-standing={standing}
              data-fades={id === "open" || undefined}
            />
          </span>
          {t(id)}
        </li>
      ))}
      <li>
        <span className={classes.sign} aria-hidden>
          <span className={markClasses.mark} data-tone="info">
            <span />
          </span>
        </span>
        {t("due")}
      </li>
      {(["sent", "toCome"] as const).map((id) => (
        <li key={id}>
          <span className={classes.sign} aria-hidden>
            <span className={markClasses.dot} data-sent={id === "sent" || undefined} />
          </span>
          {t(id)}
        </li>
      ))}
    </ul>
  );
}
