"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Language } from "@/lib/languages";

// Chosen in the browser's code and not on the server, which would name every file to the browser.
const SAID = {
  de: dynamic(() => import("./said-in-german").then(({ SaidInGerman }) => SaidInGerman)),
};

/** Lets client components say the English of the code in the reader's language, from a file that the browser keeps. */
export function SaidWords({ language, children }: { language: Language; children: ReactNode }) {
  if (language === "en") return children;
  const Said = SAID[language];
  return <Said>{children}</Said>;
}
