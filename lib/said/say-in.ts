import type { Language } from "../languages";
import german from "../messages/said.de.json";
import { type Say, sayAsIs, sayer } from "./sayer";

const SAY: Record<Language, Say> = { en: sayAsIs, de: sayer(german, "de") };

/**
 * Says the English of the code (labels, sentences, errors) in a language. For the server: it holds
 * the catalogues of all languages; components have `useSay`.
 */
export function sayIn(language: Language): Say {
  return SAY[language];
}
