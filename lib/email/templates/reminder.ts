import { addDays, type Day, daysBetween } from "../../dates/day";
import { formatDay, formatDayWithDistance, formatWeekday } from "../../dates/format";
import type { Letter } from "../letter";
import { nameLine, oneLine, sentence } from "../one-line";
import { words } from "../words";
import { closingOf, openingOf, type Readers } from "./closing";

/** What a reminder tells. Names may hold anything that people typed. */
export interface ReminderFacts extends Readers {
  /** `GB-12`. */
  number: string;
  requestTitle: string;
  /** The access unit in one line, and the full title of its data set. */
  dataset: string;
  datasetTitle: string;
  archive: string;
  /** Whose access ends; null where it is granted to the project. */
  holder: string | null;
  /** Who may open the data on `today`. */
  openTo: readonly string[];
  dueOn: Day;
  /** The day that the text counts from. */
  today: Day;
  rule: string;
  source: string;
  duty: { whatEnds: string; whatToDo: string; safeDaysBefore: number; ifMissed: string };
  /** The page of the request. */
  url: string;
}

/** The letter that tells one person of the end of an access, before, on or after its last day. */
export function reminderLetter(facts: ReminderFacts): Letter {
  const left = daysBetween(facts.today, facts.dueOn);
  const tense = left >= 0 ? "ahead" : "past";
  const days = Math.abs(left);
  const dataset = oneLine(facts.dataset);
  // Where access is personal, two holders of one unit must not get mails that look the same.
  const whose = facts.holder === null ? dataset : `${dataset}, ${nameLine(facts.holder)}`;
  const date = formatDay(facts.dueOn);
  return {
    subject: oneLine(
      words(`reminder.subject.${tense}`, { number: facts.number, dataset: whose, date, days }),
    ),
    brief: oneLine(words(`reminder.brief.${tense}`, { number: facts.number, dataset: whose })),
    heading: words(`reminder.heading.${tense}`, { dataset, days }),
    paragraphs: paragraphsOf(facts, tense, days),
    facts: factsOf(facts),
    action: { label: words("reminder.open", { number: facts.number }), url: facts.url },
    closing: closingOf({ ...facts, kind: "access" }),
  };
}

function paragraphsOf(facts: ReminderFacts, tense: "ahead" | "past", days: number) {
  const { duty, dueOn, today } = facts;
  const what = words(`reminder.ends.${tense}`, {
    what: duty.whatEnds.charAt(0).toUpperCase() + duty.whatEnds.slice(1),
    dataset: oneLine(facts.dataset),
    date: formatWeekday(dueOn),
    days,
  });
  return [
    ...openingOf(facts),
    { text: what },
    { lead: words("reminder.whatToDo"), text: `${duty.whatToDo} ${safeDay(facts)}`.trim() },
    { lead: words(`reminder.ifMissed.${tense}`), text: duty.ifMissed },
  ];

  function safeDay({ duty: { safeDaysBefore } }: ReminderFacts): string {
    if (safeDaysBefore === 0) return "";
    const safe = addDays(dueOn, -safeDaysBefore);
    const date = safe < today ? formatDay(safe) : formatDayWithDistance(safe, today);
    return words(safe < today ? "reminder.safe.past" : "reminder.safe.ahead", { date });
  }
}

function factsOf(facts: ReminderFacts) {
  const lines = {
    dataset: oneLine(facts.datasetTitle),
    request: [facts.number, nameLine(facts.requestTitle)].filter(Boolean).join(", "),
    archive: facts.archive,
    holder: facts.holder === null ? words("reminder.project") : nameLine(facts.holder),
    openTo: facts.openTo.map(nameLine).join(", ") || words("reminder.nobody"),
    end: formatWeekday(facts.dueOn),
    rule: sentence(facts.rule),
    source: sentence(facts.source),
  };
  const labels = [
    "dataset",
    "request",
    "archive",
    "holder",
    "openTo",
    "end",
    "rule",
    "source",
  ] as const;
  return labels.flatMap((label) => {
    const value = lines[label];
    return value ? [{ label: words(`reminder.fact.${label}`), value }] : [];
  });
}
