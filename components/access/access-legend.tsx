import { useTranslations } from "next-intl";
import { ACCESS_STATUSES } from "@/lib/readiness/verdict";
import { AccessChip } from "./access-chip";
import classes from "./access-legend.module.css";

/** What each sign of the matrix means. */
export function AccessLegend() {
  const t = useTranslations("readiness.means");
  const words = useTranslations("access");
  return (
    <section className={classes.legend} aria-label={words("legend")}>
      <dl>
        {ACCESS_STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <AccessChip status={status} />
            </dt>
            <dd>{t(status)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.keys}>{words("grid.hint")}</p>
    </section>
  );
}
