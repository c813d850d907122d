"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { SAID_IN_GERMAN } from "@/lib/messages/said-in-german";

/** Adds the German of what the code says in English to the words that stand around. */
export function SaidInGerman({ children }: { children: ReactNode }) {
  const around = useMessages();
  const messages = useMemo(() => ({ ...around, said: SAID_IN_GERMAN }), [around]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
