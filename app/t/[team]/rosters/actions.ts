"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { rosterForm, rosterTasksForm } from "@/lib/rosters/forms";
import * as rosters from "@/lib/services/rosters";

export const compareList = teamAction(rosterForm, async (actor, input) => {
  const compared = await rosters.compareList(actor, input);
  revalidatePath("/t/[team]", "layout");
  return compared;
});

export const makeRosterTasks = teamAction(rosterTasksForm, async (actor, input) => {
  const made = await rosters.makeRosterTasks(actor, input);
  revalidatePath("/t/[team]", "layout");
  return made;
});
