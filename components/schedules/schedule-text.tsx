import { useTranslations } from "next-intl";
import type { Schedule } from "@/lib/reminders/schedule";

/** When reminders come, in words: days before, the day itself, and after it. */
export function ScheduleText({ schedule }: { schedule: Schedule }) {
  const t = useTranslations("schedules.text");
  const { leads, after } = schedule;
  const before = leads.filter((lead) => lead > 0);
  const parts = [
    before.length > 0 ? t("before", { days: before.join(", "), count: Math.max(...before) }) : null,
    leads.includes(0) ? t("onTheDay") : null,
    t(`after.${after}`),
  ];
  return parts.filter(Boolean).join("; ");
}
