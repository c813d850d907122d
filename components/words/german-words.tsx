"use client";

import "dayjs/locale/de";
import { DatesProvider } from "@mantine/dates";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { GERMAN } from "@/lib/messages/german";

/** The German words of client components, and calendars that begin with Monday in German. */
export function GermanWords(props: { timeZone: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale="de" messages={GERMAN} timeZone={props.timeZone}>
      <DatesProvider settings={{ locale: "de" }}>{props.children}</DatesProvider>
    </NextIntlClientProvider>
  );
}
