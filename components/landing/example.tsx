import { useTranslations } from "next-intl";
import { AccessChip } from "@/components/access/access-chip";
import { EndDate } from "@/components/ui/end-date";
import { useDates } from "@/components/words/dates";
import { addDays, type Day } from "@/lib/dates/day";
import classes from "./example.module.css";

/** Made-up people with real data sets. Each says when it ends, in days from today, or why it is shut. */
const LINES = [
  { person: "Ana Ruiz", unit: "TCGA", status: "ready", ends: 264 },
  { person: "Bo Lindqvist", unit: "Framingham", status: "ready_ending", ends: 23 },
  { person: "Chidi Okafor", unit: "MIMIC-IV v3.1", status: "blocked", why: "blocked" },
  { person: "Dana Levi", unit: "METABRIC", status: "never", why: "waiting" },
] as const;

/** What a team sees, for somebody who has none yet. */
export function Example({ today }: { today: Day }) {
  const t = useTranslations("landing.example");
  const dates = useDates();
  return (
    <figure className={classes.example}>
      <figcaption className={classes.caption}>{t("caption")}</figcaption>
      <ul className={classes.lines}>
        {LINES.map((line) => (
          <li key={line.person} className={classes.line}>
            <div className={classes.who}>
              <strong>{line.person}</strong>
              <span className={classes.unit}>{line.unit}</span>
            </div>
            <div className={classes.verdict}>
              <AccessChip status={line.status} />
              <span className={classes.why}>
                {"ends" in line ? (
                  <EndDate {...dates.end(addDays(today, line.ends), today)} />
                ) : (
                  t(`why.${line.why}`)
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </figure>
  );
}
