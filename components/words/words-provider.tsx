"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Language } from "@/lib/languages";

// Chosen in the browser's code and not on the server, which would name both files to the browser.
const WORDS = {
  en: dynamic(() => import("./english-words").then(({ EnglishWords }) => EnglishWords)),
  de: dynamic(() => import("./german-words").then(({ GermanWords }) => GermanWords)),
};

/**
 * Gives client components their words. Those of the reader's language alone travel, once, in a file
 * that the browser keeps, not with each page.
 */
export function WordsProvider(props: {
  language: Language;
  /** The reader's, an IANA name. */
  timeZone: string;
  children: ReactNode;
}) {
  const Words = WORDS[props.language];
  return <Words timeZone={props.timeZone}>{props.children}</Words>;
}
