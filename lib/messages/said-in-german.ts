import said from "./said.de.json";

/** What the code says in English, in another language. */
export interface SaidWords {
  language: string;
  /** As pairs, since next-intl wants no full stops in keys. */
  pairs: [english: string, translated: string][];
}

export const SAID_IN_GERMAN: SaidWords = { language: "de", pairs: Object.entries(said) };
