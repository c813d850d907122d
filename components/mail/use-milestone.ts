import { useTranslations } from "next-intl";
import { hoursOfMilestone } from "@/lib/reminders/milestones";

/** Says how far from its duty a reminder stands, in days or in hours: "7 days before". */
export function useMilestone(): (milestone: number) => string {
  const t = useTranslations("notices.milestone");
  return (milestone) => {
    const hours = hoursOfMilestone(milestone);
    if (hours !== null) return t("hours", { hours });
    return milestone < 0 ? t("after", { days: -milestone }) : t("before", { days: milestone });
  };
}
