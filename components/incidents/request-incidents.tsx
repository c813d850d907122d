import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/links";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { IncidentLine } from "@/lib/services/incidents";
import { incidentsPath } from "./incident-path";
import classes from "./incidents.module.css";

/** The incidents of a request; nothing where there are none. */
export function RequestIncidents(props: { team: string; incidents: readonly IncidentLine[] }) {
  const t = useTranslations("incidents");
  const dates = useDates();
  if (props.incidents.length === 0) return null;
  return (
    <Panel title={t("title")}>
      <ul className={classes.notes}>
        {props.incidents.map(({ number, title, knownOn, closedOn }) => (
          <li key={number}>
            <TextLink href={incidentsPath(props.team, number)} underline="always">
              {t("list.numbered", { number, title })}
            </TextLink>{" "}
            {closedOn
              ? t("ofRequest.closed", { known: dates.day(knownOn), closed: dates.day(closedOn) })
              : t("ofRequest.open", { known: dates.day(knownOn) })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
