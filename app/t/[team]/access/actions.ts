"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { teamTermsForm } from "@/lib/data-use/team-terms-form";
import { confirmGrantForm } from "@/lib/readiness/confirm-form";
import { confirmGrant } from "@/lib/services/confirmations";
import * as terms from "@/lib/services/unit-terms";

export const confirmSeen = teamAction(confirmGrantForm, async (actor, input) => {
  await confirmGrant(actor, input);
  revalidatePath("/t/[team]/access", "layout");
  return undefined;
});

// Duties of requests follow from them, which stand on many pages.
export const setUnitTerms = teamAction(teamTermsForm, async (actor, input) => {
  await terms.setUnitTerms(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});
