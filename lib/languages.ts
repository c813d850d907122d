/** The languages that Gatebook speaks, each by its BCP 47 code. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = "en";

/** Each language as its own speakers call it, so that they find it whatever the page speaks. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", de: "Deutsch" };

/** The cookie that holds a visitor's choice; whoever is signed in has it in their account. */
export const LANGUAGE_COOKIE = "gatebook-language";

/** Whether `code` is a language that Gatebook speaks. */
export function isLanguage(code: unknown): code is Language {
  return LANGUAGES.some((language) => language === code);
}

/** The language of a stored code; a code that is no longer spoken is read as English. */
export function languageOf(code: string | null | undefined): Language {
  return isLanguage(code) ? code : DEFAULT_LANGUAGE;
}

/**
 * The language of a visitor: the one they chose where it is spoken, else what their browser asks for.
 * @param chosen the value of the cookie
 */
export function languageOfVisitor(
  chosen: string | undefined,
  acceptLanguage: string | null,
): Language {
  return isLanguage(chosen) ? chosen : languageAskedFor(acceptLanguage);
}

/**
 * The language that a browser asks for, by RFC 9110 (`de-AT,de;q=0.9,en;q=0.5`): the spoken one of
 * the highest weight, of equal ones the first; English where none is spoken. Never throws.
 */
export function languageAskedFor(acceptLanguage: string | null | undefined): Language {
  const wishes = (acceptLanguage ?? "").slice(0, 500).split(",").map(asWish);
  const [best] = wishes
    .filter(({ language, weight }) => language !== null && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return best?.language ?? DEFAULT_LANGUAGE;
}

function asWish(text: string): { language: Language | null; weight: number } {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const code = range.split("-")[0];
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: isLanguage(code) ? code : null, weight: Number.isNaN(weight) ? 0 : weight };
}
