import { useTranslations } from "next-intl";
import { ACCESS_STATUSES } from "@/lib/readiness/verdict";
import { AccessChip } from "./access-chip";
import classes from "./access-legend.module.css";

/** What each sign of the matrix means. */
export function AccessLegend() {
  const t = useTranslations("readiness.means");
  const words = useTranslations("access");
  return (
    <details className={classes.legend}>
      <summary>{words("legend")}</summary>
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
      <p>{words("grid.hint")}</p>
    </details>
  );
}
