"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import {
  changeCopyForm,
  destroyCopyForm,
  registerCopyForm,
  restoreCopyForm,
} from "@/lib/copies/forms";
import * as copies from "@/lib/services/copies";

// The pages of requests show their copies too.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const registerCopy = teamAction(registerCopyForm, async (actor, input) => {
  const copy = await copies.registerCopy(actor, input);
  showAnew();
  return copy;
});

export const changeCopy = teamAction(changeCopyForm, async (actor, input) => {
  await copies.changeCopy(actor, input);
  showAnew();
  return undefined;
});

export const destroyCopy = teamAction(destroyCopyForm, async (actor, input) => {
  await copies.destroyCopy(actor, input);
  showAnew();
  return undefined;
});

export const restoreCopy = teamAction(restoreCopyForm, async (actor, input) => {
  await copies.restoreCopy(actor, input);
  showAnew();
  return undefined;
});
