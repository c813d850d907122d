"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { changeViewForm, removeViewForm, saveViewForm } from "@/lib/lists/saved-view";
import * as views from "@/lib/services/saved-views";

// A view may be of any of the lists, and shows on its page alone.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const saveView = teamAction(saveViewForm, async (actor, input) => {
  const saved = await views.saveView(actor, input);
  showAnew();
  return saved;
});

export const changeView = teamAction(changeViewForm, async (actor, input) => {
  await views.changeView(actor, input);
  showAnew();
  return undefined;
});

export const removeView = teamAction(removeViewForm, async (actor, input) => {
  await views.removeView(actor, input);
  showAnew();
  return undefined;
});
