import { type Day, daysBetween } from "../../dates/day";
import type { Letter } from "../letter";
import { nameLine, oneLine, sentence } from "../one-line";
import { mailWords } from "../words";
import { closingOf, openingOf, type Readers } from "./closing";

/** What a reminder of a duty tells that is not about an approval's end. */
export interface DutyLetterFacts extends Readers {
  /** What to do, as a sentence. */
  what: string;
  dueOn: Day;
  /** When on it, in words on its reader's clock, where the rule counts in hours; else null. */
  moment: string | null;
  /** The day that the text counts from. */
  today: Day;
  rule: string;
  source: string;
  /** What follows when it is missed, as a sentence; empty where that is not known. */
  ifMissed: string;
  /** `GB-12` and the title; null for a duty apart from any request. */
  request: { number: string; title: string; archive: string } | null;
  /** Whose coming or leaving causes it, where somebody's does. */
  person: string | null;
  /** What the button opens, in words, and its address. */
  place: string;
  url: string;
}

/** The letter that tells one person what must be done, until when, and which rule says so. */
export function dutyLetter(facts: DutyLetterFacts): Letter {
  const { words, dates, say } = mailWords(facts.language);
  const what = say(facts.what);
  const left = daysBetween(facts.today, facts.dueOn);
  const tense = left >= 0 ? "ahead" : "past";
  const days = Math.abs(left);
  const counted = { date: dates.day(facts.dueOn), days };
  const number = facts.request ? `[${facts.request.number}] ` : "";
  const subject = words(`reminder.duty.subject.${tense}`, { ...counted, what });
  return {
    language: facts.language,
    subject: oneLine(`${number}${subject}`),
    brief: oneLine(`${number}${what}`),
    heading: words(`reminder.duty.heading.${tense}`, { days }),
    paragraphs: [
      ...openingOf(facts),
      { lead: words("reminder.whatToDo"), text: sentence(what) },
      { text: dueLine(facts, tense, days) },
      ...(facts.ifMissed
        ? [{ lead: words(`reminder.ifMissed.${tense}`), text: sentence(say(facts.ifMissed)) }]
        : []),
    ],
    facts: factsOf(facts),
    action: { label: words("reminder.open", { number: nameLine(facts.place) }), url: facts.url },
    closing: closingOf({ ...facts, kind: "duty" }),
  };
}

function dueLine(facts: DutyLetterFacts, tense: "ahead" | "past", days: number) {
  const { moment, dueOn, language } = facts;
  const { words, dates } = mailWords(language);
  if (moment) return words("reminder.duty.moment", { moment });
  return words(`reminder.duty.due.${tense}`, { date: dates.weekday(dueOn), days });
}

function factsOf(facts: DutyLetterFacts): Letter["facts"] {
  const { person, request, dueOn, moment, rule, source } = facts;
  const { words, dates, say } = mailWords(facts.language);
  const lines = [
    ["person", person && nameLine(person)],
    ["request", request && [request.number, nameLine(request.title)].filter(Boolean).join(", ")],
    ["archive", request?.archive],
    ["due", moment ?? dates.weekday(dueOn)],
    ["rule", sentence(say(rule))],
    ["source", sentence(source)],
  ] as const;
  return lines.flatMap(([label, value]) =>
    value ? [{ label: words(`reminder.fact.${label}`), value }] : [],
  );
}
