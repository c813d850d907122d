import type { Language } from "../languages";
import english from "./en.json";
import { GERMAN } from "./german";

export type Messages = typeof english;

const MESSAGES: Record<Language, Messages> = { en: english, de: GERMAN };

/** Every word of the pages and mails in one language. For the server: it holds all languages. */
export function messagesIn(language: Language): Messages {
  return MESSAGES[language];
}
