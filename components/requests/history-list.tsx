import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/words/dates";
import { useSay } from "@/components/words/say";
import { eventFacts } from "@/lib/requests/event-facts";
import type { FoldedLine } from "@/lib/requests/history";
import type { HistoryLine } from "@/lib/services/history";
import classes from "./history-list.module.css";

/** So many changed fields are named; of more it is said how many. */
const NAMED_FIELDS = 3;

type Line = FoldedLine<HistoryLine>;

/** What happened, newest first: who, what, when. */
export function HistoryList<L extends Line>(props: {
  lines: readonly L[];
  timeZone: string;
  /** The words for a changed field of the form; without them edits stay unnamed. */
  fieldName?: (field: string) => string;
  /** What belongs to a line besides: what was answered. */
  extra?: (line: L) => ReactNode;
  /** What a line is about, before its time. */
  about?: (line: L) => ReactNode;
}) {
  const t = useTranslations("events");
  const dates = useDates();
  const sentence = useSentence();
  return (
    <ol className={classes.history}>
      {props.lines.map((line) => (
        <li key={line.id}>
          <div>
            <b>
              <bdi>{line.actorId === null ? t("gatebook") : line.actorName}</bdi>
            </b>{" "}
            {sentence(line, props.fieldName)}
          </div>
          {props.extra?.(line)}
          <div className={classes.when}>
            {props.about?.(line)}
            <time dateTime={line.at.toISOString()}>{dates.instant(line.at, props.timeZone)}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}

function useSentence(): (line: Line, fieldName?: (field: string) => string) => string {
  const t = useTranslations("events");
  const { day } = useDates();
  const say = useSay();
  return (line, fieldName) => {
    // Actions come from the database; one that is newer than these words is shown by its name.
    const key = line.action as "request.edited";
    if (!t.has(key)) return t("unknown", { action: line.action });
    const facts = eventFacts(line.data, { say, day });
    if (line.action.startsWith("reminder.")) {
      return t(key, { ...facts, to: line.details.join(", ") });
    }
    const names = fieldName ? [...new Set(line.details.map(fieldName))].filter(Boolean) : [];
    const shown = names.slice(0, NAMED_FIELDS);
    if (names.length > NAMED_FIELDS) shown.push(t("more", { count: names.length - NAMED_FIELDS }));
    return t(key, { ...facts, fields: shown.join(", ") || "none" });
  };
}
