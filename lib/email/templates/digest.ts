import type { Day } from "../../dates/day";
import { endOfMonth, endOfWeek } from "../../dates/spans";
import type { Language } from "../../languages";
import type { Letter, LetterItem } from "../letter";
import { nameLine, oneLine } from "../one-line";
import { mailWords } from "../words";

/** What a digest gathers. Names may hold anything that people typed. */
export interface DigestFacts {
  language: Language;
  /** The day in its reader's time zone that its text counts from. */
  today: Day;
  name: string;
  team: string;
  /** The letters that would have gone alone, nearest first. */
  entries: readonly { letter: Letter; dueOn: Day }[];
  /** The page with all that is due. */
  url: string;
  /** Ends these mails. */
  unsubscribeUrl: string;
}

const SECTIONS = ["overdue", "week", "month", "later"] as const;
type Section = (typeof SECTIONS)[number];

/** The one calm mail of a day with everything that is not urgent; of one entry, just its letter. */
export function digestLetter(facts: DigestFacts): Letter {
  const { entries, today, unsubscribeUrl, language } = facts;
  const { words, dates: said } = mailWords(language);
  const [first] = entries;
  if (!first) throw new Error("A digest without anything in it");
  const dates = entries.flatMap(({ letter }) => letter.dates ?? []);
  if (entries.length === 1) return { ...first.letter, unsubscribeUrl };
  const team = nameLine(facts.team);
  const counted = { count: entries.length, date: said.day(first.dueOn) };
  return {
    language,
    subject: oneLine(words(`digest.subject.${first.dueOn < today ? "past" : "ahead"}`, counted)),
    heading: words("digest.heading", { count: entries.length, name: nameLine(facts.name) }),
    paragraphs: [{ text: words("digest.lead", { team }) }],
    facts: [],
    sections: SECTIONS.flatMap((section) => {
      const items = entries
        .filter(({ dueOn }) => sectionOf(dueOn, today) === section)
        .map((entry) => itemOf(entry, today, language));
      return items.length > 0 ? [{ heading: words(`digest.section.${section}`), items }] : [];
    }),
    action: { label: words("digest.open"), url: facts.url },
    closing: [words("digest.why", { team }), words("digest.urgent"), words("automatic")],
    unsubscribeUrl,
    ...(dates.length > 0 && { dates }),
  };
}

function sectionOf(dueOn: Day, today: Day): Section {
  if (dueOn < today) return "overdue";
  if (dueOn <= endOfWeek(today)) return "week";
  return dueOn <= endOfMonth(today) ? "month" : "later";
}

function itemOf(entry: DigestFacts["entries"][number], today: Day, language: Language): LetterItem {
  const { letter, dueOn } = entry;
  return {
    heading: letter.brief ?? letter.subject,
    text: mailWords(language).dates.dayWithDistance(dueOn, today),
    url: letter.action.url,
  };
}
