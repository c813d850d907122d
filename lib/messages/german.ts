import type { Say } from "../said/say";
import { sayInGerman } from "../said/say-in-german";
import german from "./de.json";
import english from "./en.json";
import { together } from "./part";

/** Words of the pages, in a language other than English with a way to say the English of the code. */
export type SpokenMessages = typeof english & { said?: { say: Say } };

/** All German words; what has no German yet is shown in English, and a test names it. */
export const GERMAN: SpokenMessages = {
  ...(together(english, german) as unknown as typeof english),
  said: { say: sayInGerman },
};
