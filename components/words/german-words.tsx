"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { GERMAN } from "@/lib/messages/german";

/** The German words of client components. */
export function GermanWords(props: { timeZone: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="de" messages={GERMAN} timeZone={props.timeZone}>
      {props.children}
    </NextIntlClientProvider>
  );
}
