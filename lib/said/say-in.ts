import type { Language } from "../languages";
import { type Say, sayAsIs } from "./say";
import { sayInGerman } from "./say-in-german";

const SAY: Record<Language, Say> = { en: sayAsIs, de: sayInGerman };

/**
 * Says the English of the code (labels, sentences, errors) in a language. For the server: it holds
 * the catalogues of all languages; components have `useSay`.
 */
export function sayIn(language: Language): Say {
  return SAY[language];
}
