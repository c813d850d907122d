import { addDays, type Day, daysBetween } from "../../dates/day";
import type { Letter } from "../letter";
import { nameLine, oneLine, sentence } from "../one-line";
import { type MailWords, mailWords } from "../words";
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
  const speech = mailWords(facts.language);
  const { words, dates } = speech;
  const left = daysBetween(facts.today, facts.dueOn);
  const tense = left >= 0 ? "ahead" : "past";
  const days = Math.abs(left);
  const dataset = oneLine(facts.dataset);
  // Where access is personal, two holders of one unit must not get mails that look the same.
  const whose = facts.holder === null ? dataset : `${dataset}, ${nameLine(facts.holder)}`;
  const date = dates.day(facts.dueOn);
  return {
    language: facts.language,
    subject: oneLine(
      words(`reminder.subject.${tense}`, { number: facts.number, dataset: whose, date, days }),
    ),
    brief: oneLine(words(`reminder.brief.${tense}`, { number: facts.number, dataset: whose })),
    heading: words(`reminder.heading.${tense}`, { dataset, days }),
    paragraphs: paragraphsOf(facts, speech, tense, days),
    facts: factsOf(facts, speech),
    action: { label: words("reminder.open", { number: facts.number }), url: facts.url },
    closing: closingOf({ ...facts, kind: "access" }),
  };
}

function paragraphsOf(
  facts: ReminderFacts,
  speech: MailWords,
  tense: "ahead" | "past",
  days: number,
) {
  const { duty, dueOn } = facts;
  const { words, dates, say } = speech;
  const whatEnds = say(duty.whatEnds);
  const what = words(`reminder.ends.${tense}`, {
    what: whatEnds.charAt(0).toUpperCase() + whatEnds.slice(1),
    dataset: oneLine(facts.dataset),
    date: dates.weekday(dueOn),
    days,
  });
  return [
    ...openingOf(facts),
    { text: what },
    {
      lead: words("reminder.whatToDo"),
      text: `${say(duty.whatToDo)} ${safeDay(facts, speech)}`.trim(),
    },
    { lead: words(`reminder.ifMissed.${tense}`), text: say(duty.ifMissed) },
  ];
}

function safeDay(facts: ReminderFacts, { words, dates }: MailWords): string {
  const { dueOn, today, duty } = facts;
  if (duty.safeDaysBefore === 0) return "";
  const safe = addDays(dueOn, -duty.safeDaysBefore);
  const date = safe < today ? dates.day(safe) : dates.dayWithDistance(safe, today);
  return words(safe < today ? "reminder.safe.past" : "reminder.safe.ahead", { date });
}

function factsOf(facts: ReminderFacts, { words, dates, say }: MailWords) {
  const lines = {
    dataset: oneLine(facts.datasetTitle),
    request: [facts.number, nameLine(facts.requestTitle)].filter(Boolean).join(", "),
    archive: facts.archive,
    holder: facts.holder === null ? words("reminder.project") : nameLine(facts.holder),
    openTo: facts.openTo.map(nameLine).join(", ") || words("reminder.nobody"),
    end: dates.weekday(facts.dueOn),
    rule: sentence(say(facts.rule)),
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
