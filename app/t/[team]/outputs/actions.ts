"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { addOutputForm, changeOutputForm, removeOutputForm } from "@/lib/outputs/output";
import * as outputs from "@/lib/services/outputs";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const addOutput = teamAction(addOutputForm, async (actor, input) => {
  const added = await outputs.addOutput(actor, input);
  showAnew();
  return added;
});

export const changeOutput = teamAction(changeOutputForm, async (actor, input) => {
  await outputs.changeOutput(actor, input);
  showAnew();
  return { id: input.id };
});

export const removeOutput = teamAction(removeOutputForm, async (actor, input) => {
  await outputs.removeOutput(actor, input);
  showAnew();
  return undefined;
});
