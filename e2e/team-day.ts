import type { Page } from "@playwright/test";
import type { Day } from "@/lib/dates/day";
import { planReminders, type ReminderReport } from "@/lib/services/reminders";
import { memberOn } from "./beginnings";

/**
 * Lets it be a day for one team: plans its reminders by what `npm run reminders -- --on` calls for all
 * teams; the worker sends them at once.
 */
export async function letDayCome(page: Page, team: string, on: Day): Promise<ReminderReport> {
  const { teamId } = (await memberOn(page, team)).actor;
  return planReminders({ kind: "job", name: "reminders", now: new Date() }, { on, teamId });
}
