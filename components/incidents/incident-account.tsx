import { Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { incidentLabel } from "@/lib/archives/incident";
import type { IncidentDetail } from "@/lib/services/incident-pages";
import classes from "./incidents.module.css";

/** What happened, what was done about it, and what was noted since. */
export function IncidentAccount(props: {
  incident: IncidentDetail;
  timeZone: string;
  /** The buttons of whoever may add to it. */
  setMeasures?: ReactNode;
  addNote?: ReactNode;
}) {
  const { incident, timeZone } = props;
  const t = useTranslations("incidents.account");
  const say = useSay();
  const dates = useDates();
  return (
    <>
      <Panel title={t("title")}>
        <Facts
          facts={[
            { label: t("kind"), value: say(incidentLabel(incident.kind)) },
            { label: t("known"), value: dates.instant(incident.knownAt, timeZone) },
            { label: t("foundBy"), value: incident.foundBy.name },
            { label: t("happened"), value: incident.happenedOn && dates.day(incident.happenedOn) },
            { label: t("closed"), value: incident.closedOn && dates.day(incident.closedOn) },
            { label: t("closedWhy"), value: incident.closedWhy },
          ]}
        />
        <p className={classes.text}>{incident.what}</p>
      </Panel>
      <Panel title={t("measures")} actions={props.setMeasures}>
        <p className={classes.text}>{incident.measures || t("noMeasures")}</p>
      </Panel>
      <Panel title={t("notes")} actions={props.addNote}>
        {incident.notes.length === 0 ? (
          <p>{t("noNotes")}</p>
        ) : (
          <ul className={classes.notes}>
            {incident.notes.map(({ id, at, actorName, text }) => (
              <li key={id}>
                <Stack gap={2}>
                  <Text size="sm" c="dimmed">
                    {t("by", { name: actorName, at: dates.instant(at, timeZone) })}
                  </Text>
                  <p className={classes.text}>{text}</p>
                </Stack>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
