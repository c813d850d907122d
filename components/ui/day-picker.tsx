"use client";

import "dayjs/locale/de";
import { DatePicker } from "@mantine/dates";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** A month's calendar to pick a day from. */
export function DayPicker({
  picked,
  onPick,
}: {
  picked: string | null;
  onPick: (day: string | null) => void;
}) {
  const t = useTranslations("ui.day");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <DatePicker
      ref={place}
      value={picked}
      hideOutsideDates
      defaultDate={picked ?? undefined}
      locale={useLocale()}
      onChange={onPick}
      ariaLabels={{
        previousMonth: t("previousMonth"),
        nextMonth: t("nextMonth"),
        previousYear: t("previousYear"),
        nextYear: t("nextYear"),
      }}
    />
  );
}
