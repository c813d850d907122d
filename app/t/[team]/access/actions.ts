"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { confirmGrantForm } from "@/lib/readiness/confirm-form";
import { confirmGrant } from "@/lib/services/confirmations";

export const confirmSeen = teamAction(confirmGrantForm, async (actor, input) => {
  await confirmGrant(actor, input);
  revalidatePath("/t/[team]/access", "layout");
  return undefined;
});
