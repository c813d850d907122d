import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { useDates } from "@/components/words/dates";
import type { ActionResult } from "@/lib/action";
import type { Day } from "@/lib/dates/day";
import type { PlannedDuty } from "@/lib/people/departure";
import type { DeparturePreview } from "@/lib/services/departure-preview";
import classes from "./departure.module.css";
import { DepartureForm } from "./departure-form";
import { DutySection } from "./duty-section";
import { LapseTable } from "./lapse-table";
import { LeftCopies } from "./left-copies";

/** In the order in which they have to be thought of. */
const EFFECTS: readonly PlannedDuty["effect"][] = [
  "close",
  "amend",
  "notify",
  "destroy",
  "hand_over",
];

/** Everything that follows if the person leaves on the day, and the button that does it. */
export function DepartureView(props: {
  team: string;
  preview: DeparturePreview;
  today: Day;
  record: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const { team, preview, today } = props;
  const { person, lastDay, lapses, stays, duties, handOver, candidates, planHash } = preview;
  const t = useTranslations("departure");
  const dates = useDates();
  const facts = { name: person.name, day: dates.day(lastDay) };
  return (
    <div className={classes.parts}>
      <Panel
        title={t("lapses.title")}
        lead={t("lapses.lead", facts)}
        id="lapses"
        flush={lapses.length > 0}
      >
        <LapseTable lapses={lapses} />
      </Panel>
      {stays.length > 0 && (
        <Note tone="info" title={t("stays.title", facts)}>
          <p>{t("stays.text", { units: stays.map(({ name }) => name).join(", ") })}</p>
        </Note>
      )}
      {duties.length === 0 && (
        <Note tone="neutral">
          <p>{t("noDuties")}</p>
        </Note>
      )}
      {EFFECTS.map((effect) => (
        <DutySection key={effect} team={team} effect={effect} duties={duties} today={today} />
      ))}
      <LeftCopies team={team} copies={preview.copies} name={person.name} />
      <DepartureForm
        key={lastDay}
        team={team}
        preview={{ person, lastDay, handOver, candidates, planHash }}
        record={props.record}
      />
    </div>
  );
}
