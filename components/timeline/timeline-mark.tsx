import { IconCheck, IconExclamationMark } from "@tabler/icons-react";
import { DUTY_TONES } from "@/components/duties/duty-tones";
import { PageLink } from "@/components/ui/page-link";
import type { Strip } from "@/lib/timeline/layout";
import type { FocusPlace } from "./timeline-bar";
import classes from "./timeline-mark.module.css";
import type { TimelineWords } from "./timeline-words";

/** The day of a duty, as a link, and on the line before it the mails that went and are to come. */
export function TimelineMark(props: {
  strip: Strip;
  href: string;
  place: FocusPlace;
  words: TimelineWords;
}) {
  const { words } = props;
  const { entry, mark } = props.strip;
  const { due } = entry;
  if (!mark || !due) return null;
  const [first] = mark.dots;
  const end = mark.at ?? 1;
  const state = due.state;
  return (
    <>
      {first && (
        <span
          className={classes.thread}
          style={{ left: `${first.at * 100}%`, width: `${Math.max(end - first.at, 0) * 100}%` }}
          aria-hidden
        />
      )}
      {mark.dots.map(({ at, reminder }) => (
        <span
          key={`${reminder.on} ${reminder.isSent}`}
          className={classes.dot}
          data-sent={reminder.isSent || undefined}
          style={{ left: `${at * 100}%` }}
          aria-hidden
        />
      ))}
      <PageLink
        href={props.href}
        className={classes.mark}
        aria-label={[words.due(entry), ...words.mails(entry)].join(" ")}
        data-tone={DUTY_TONES[state]}
        style={{ left: `${(mark.at ?? first?.at ?? 0) * 100}%` }}
        {...props.place}
      >
        <span aria-hidden>
          {state === "done" && <IconCheck size={12} stroke={3} />}
          {(state === "overdue" || state === "missed") && (
            <IconExclamationMark size={12} stroke={3} />
          )}
        </span>
      </PageLink>
    </>
  );
}
