import { Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { StandInLine } from "@/lib/services/stand-ins";
import { EndAbsence, RecordAbsence } from "./away-dialogs";
import classes from "./person-page.module.css";

type Send = (team: string, input: unknown) => Promise<ActionResult<unknown>>;

/** When somebody is away and who stands in, and for whom they stand in themselves. */
export interface Away {
  absences: readonly StandInLine[];
  /** Who may stand in. */
  people: readonly { value: string; label: string }[];
  /** Null for readers who may not record it. */
  record: Send | null;
  end: Send | null;
}

export function AwayPanel(props: {
  team: string;
  person: { id: string; name: string };
  away: Away;
  today: Day;
}) {
  const t = useTranslations("person.away");
  const { team, person, away, today } = props;
  const { absences, people, record, end } = away;
  return (
    <Panel
      title={t("title")}
      id="away"
      actions={record && <RecordAbsence {...{ team, person, people, today }} send={record} />}
    >
      {absences.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <ul className={classes.lines}>
          {absences.map((absence) => (
            <li key={absence.id}>
              <Stack gap="xs" align="start">
                <Absence person={person} absence={absence} />
                {end && absence.person.id === person.id && (
                  <EndAbsence team={team} absence={absence} send={end} />
                )}
              </Stack>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Absence({ person, absence }: { person: { id: string }; absence: StandInLine }) {
  const t = useTranslations("person.away");
  const dates = useDates();
  const days = { from: dates.day(absence.startsOn), to: dates.day(absence.endsOn) };
  const isOwn = absence.person.id === person.id;
  return (
    <p>
      {isOwn
        ? t("away", { ...days, name: absence.standIn.name })
        : t("standsIn", { ...days, name: absence.person.name })}
      {isOwn && absence.why && ` ${absence.why}`}
    </p>
  );
}
