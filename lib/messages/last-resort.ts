import type { Language } from "../languages";

/**
 * What is said where even the frame of the pages fails. Beside the files of all words, since this
 * little is part of every page.
 */
export const LAST_RESORT: Record<
  Language,
  { name: string; title: string; failed: string; again: string }
> = {
  en: {
    name: "Gatebook",
    title: "This page could not be shown",
    failed: "Something went wrong on our side. Nothing you saved is lost.",
    again: "Try again",
  },
  de: {
    name: "Gatebook",
    title: "Diese Seite kann nicht angezeigt werden",
    failed: "Bei uns ist etwas schiefgegangen. Nichts Gespeichertes ist verloren.",
    again: "Noch einmal versuchen",
  },
};
