import { z } from "zod";
import { isTimeZone } from "../dates/day";
import { LANGUAGES } from "../languages";
import { lineField } from "./line-field";

/** The language in which pages are read and mails are written. */
export const languageField = z.enum(LANGUAGES, "Choose a language from the list.");

/** What somebody says of themselves, for all their teams: name, language and clock. */
export const accountForm = z.strictObject({
  name: lineField(120, "Write your name as colleagues know it."),
  language: languageField,
  timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
});
export type AccountFacts = z.output<typeof accountForm>;

/** The choice of a visitor, kept in their browser. */
export const visitorLanguageForm = z.strictObject({ language: languageField });
