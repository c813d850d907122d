"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { dropHeld, releaseHeld } from "@/lib/services/held-mail";
import { resendNotice } from "@/lib/services/notices";
import { resendForm } from "@/lib/team/forms";
import { heldMailForm } from "@/lib/team/mail-filter";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const sendAgain = teamAction(resendForm, async (actor, input) => {
  await resendNotice(actor, input);
  showAnew();
  return undefined;
});

export const releaseHeldMail = teamAction(heldMailForm, async (actor, input) => {
  await releaseHeld(actor, input);
  showAnew();
  return undefined;
});

export const dropHeldMail = teamAction(heldMailForm, async (actor, input) => {
  await dropHeld(actor, input);
  showAnew();
  return undefined;
});
