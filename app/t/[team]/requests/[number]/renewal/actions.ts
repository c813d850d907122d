"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { renewalForm } from "@/lib/requests/renewal-form";
import * as renewals from "@/lib/services/renewals";

export const saveRenewal = teamAction(renewalForm, async (actor, input) => {
  const saved = await renewals.saveRenewal(actor, input);
  revalidatePath("/t/[team]", "layout");
  return saved;
});
