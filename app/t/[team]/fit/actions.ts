"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { createPurposeForm, removePurposeForm, updatePurposeForm } from "@/lib/data-use/purpose";
import { createPurpose, removePurpose, updatePurpose } from "@/lib/services/purposes";

function showAnew(): void {
  revalidatePath("/t/[team]/fit", "layout");
}

export const addPurpose = teamAction(createPurposeForm, async (actor, input) => {
  const added = await createPurpose(actor, input);
  showAnew();
  return added;
});

export const changePurpose = teamAction(updatePurposeForm, async (actor, input) => {
  await updatePurpose(actor, input);
  showAnew();
  return { id: input.id };
});

export const dropPurpose = teamAction(removePurposeForm, async (actor, input) => {
  await removePurpose(actor, input);
  showAnew();
  return undefined;
});
