"use client";

import { useServerInsertedHTML } from "next/navigation";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, startTransition, use, useEffect, useMemo, useState } from "react";
import type { Language } from "@/lib/languages";
import type { Say } from "@/lib/said/say";
import { onceIdle } from "./once-idle";
import { PageSaid } from "./page-said";

type Told = Exclude<Language, "en">;

/** Every catalogue by itself: a browser fetches none but its reader's. */
const LOAD: Record<Told, () => Promise<Say>> = {
  de: () => import("@/lib/said/say-in-german").then(({ sayInGerman }) => sayInGerman),
};
const asked = new Map<Told, Promise<Say>>();

function catalogue(language: Told): Promise<Say> {
  const known = asked.get(language) ?? LOAD[language]();
  asked.set(language, known);
  return known;
}

/**
 * Lets client components say the English of the code in the reader's language: at first from what the
 * page brings along, and from the whole catalogue once the browser has nothing else to do.
 */
export function SaidWords({ language, children }: { language: Language; children: ReactNode }) {
  return language === "en" ? children : <SaidIn language={language}>{children}</SaidIn>;
}

function SaidIn({ language, children }: { language: Told; children: ReactNode }) {
  const around = useMessages();
  const say = useSayOf(language);
  const messages = useMemo(() => ({ ...around, said: { say } }), [around, say]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

function useSayOf(language: Told): Say {
  const [page] = useState(() => new PageSaid());
  const [all, setAll] = useState<Say | null>(null);
  useServerInsertedHTML(() => page.tag());
  useEffect(
    () =>
      onceIdle(() => {
        const take = (say: Say) => startTransition(() => setAll(() => say));
        // What the page brought along is still there to say.
        catalogue(language).then(take, () => asked.delete(language));
      }),
    [language],
  );
  if (typeof window === "undefined") return kept(page, use(catalogue(language)));
  // Whoever changes the language has a page that was drawn in another one.
  return all ?? (page.isThere() ? page.say : use(catalogue(language)));
}

function kept(page: PageSaid, say: Say): Say {
  return (text) => page.keep(text, say);
}
