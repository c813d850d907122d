"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { escalationForm } from "@/lib/reminders/escalation-form";
import { resetScheduleForm, setScheduleForm } from "@/lib/reminders/schedule-forms";
import * as escalation from "@/lib/services/escalation";
import * as schedules from "@/lib/services/schedules";

// Who is reminded and when stands on the page of every duty.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const setSchedule = teamAction(setScheduleForm, async (actor, input) => {
  await schedules.setSchedule(actor, input);
  showAnew();
  return undefined;
});

export const resetSchedule = teamAction(resetScheduleForm, async (actor, input) => {
  await schedules.resetSchedule(actor, input);
  showAnew();
  return undefined;
});

export const setEscalation = teamAction(escalationForm, async (actor, input) => {
  await escalation.setEscalation(actor, input);
  showAnew();
  return undefined;
});
