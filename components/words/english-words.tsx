"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import messages from "@/lib/messages/en.json";

/** The English words of client components. */
export function EnglishWords(props: { timeZone: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={messages} timeZone={props.timeZone}>
      {props.children}
    </NextIntlClientProvider>
  );
}
