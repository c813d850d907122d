import { createTranslator } from "use-intl/core";
import { type Dates, datesIn } from "../dates/dates-in";
import { LANGUAGES, type Language } from "../languages";
import { messagesIn } from "../messages/messages";
import type { Say } from "../said/say";
import { sayIn } from "../said/say-in";

/** All that a mail is written with, in its reader's language. */
export interface MailWords {
  words: ReturnType<typeof translator>;
  dates: Dates;
  /** For what the code says in English. */
  say: Say;
}

function translator(language: Language) {
  return createTranslator({
    ...{ locale: language, messages: messagesIn(language) },
    namespace: "mail",
  });
}

const KNOWN = new Map<Language, MailWords>(
  LANGUAGES.map((language) => [
    language,
    { words: translator(language), dates: datesIn(language), say: sayIn(language) },
  ]),
);

/** The words of mails in one language; made once, since making them takes longer than a mail. */
export function mailWords(language: Language): MailWords {
  const known = KNOWN.get(language);
  if (!known) throw new RangeError(`No mail is written in ${language}`);
  return known;
}

/**
 * What the team's own books say of a mail: English, as all that is stored, since readers of every
 * language look at them; pages say it in the reader's.
 */
export const { words: bookWords } = mailWords("en");
