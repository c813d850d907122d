"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import {
  cancelCloseOutForm,
  recordStepForm,
  startCloseOutForm,
} from "@/lib/requests/close-out-forms";
import * as closeOuts from "@/lib/services/close-out";

// What ends shows on every page of the team.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const startCloseOut = teamAction(startCloseOutForm, async (actor, input) => {
  const started = await closeOuts.startCloseOut(actor, input);
  showAnew();
  return started;
});

export const recordCloseOutStep = teamAction(recordStepForm, async (actor, input) => {
  const recorded = await closeOuts.recordCloseOutStep(actor, input);
  showAnew();
  return recorded;
});

export const cancelCloseOut = teamAction(cancelCloseOutForm, async (actor, input) => {
  await closeOuts.cancelCloseOut(actor, input);
  showAnew();
  return undefined;
});
