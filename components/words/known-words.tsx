"use client";

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { together, type Words } from "@/lib/messages/part";

/** Adds words to those that stand around. */
export function KnownWords({ words, children }: { words: Words; children: ReactNode }) {
  const around = useMessages() as Words;
  const messages = useMemo(() => together(around, words) as unknown as Messages, [around, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
