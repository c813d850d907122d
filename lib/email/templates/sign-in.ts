import type { Language } from "../../languages";
import type { Letter } from "../letter";
import { mailWords } from "../words";

/** What a sign-in mail tells. The link is a secret and must not be logged. */
export interface SignInFacts {
  language: Language;
  url: string;
  expiresAt: Date;
}

/** The letter with the link that signs somebody in. */
export function signInLetter({ url, expiresAt, language }: SignInFacts): Letter {
  const { words, dates } = mailWords(language);
  return {
    language,
    subject: words("signIn.subject"),
    heading: words("signIn.heading"),
    paragraphs: [
      { text: words("signIn.how") },
      { text: words("signIn.until", { until: dates.instant(expiresAt, "UTC") }) },
    ],
    facts: [],
    action: { label: words("signIn.open"), url },
    closing: [words("signIn.why"), words("automatic")],
  };
}
