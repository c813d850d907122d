import { DueMoment } from "@/components/ui/due-moment";
import { EndDate } from "@/components/ui/end-date";
import { useDates } from "@/components/words/dates";
import type { Day } from "@/lib/dates/day";
import { isToDo } from "@/lib/duties/state";
import type { DutyLine } from "@/lib/services/duty-rows";

/** When a duty is due, to the minute where its rule counts in hours; grey once it is closed. */
export function DutyDue(props: {
  duty: Pick<DutyLine, "state" | "dueOn" | "dueAt">;
  today: Day;
  now: Date;
  timeZone: string;
  /** With the weekday and the whole month. */
  isLong?: boolean;
}) {
  const dates = useDates();
  const { duty, today, now, timeZone } = props;
  const isOpen = isToDo(duty.state);
  if (isOpen && duty.dueAt) return <DueMoment at={duty.dueAt} now={now} timeZone={timeZone} />;
  const end = dates.end(duty.dueOn, today, { closed: !isOpen });
  return <EndDate {...end} {...(props.isLong && { date: dates.weekday(duty.dueOn) })} />;
}
