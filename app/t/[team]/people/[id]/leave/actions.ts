"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { cancelDepartureForm, recordDepartureForm } from "@/lib/people/departure-form";
import * as departure from "@/lib/services/departure";

export const recordDeparture = teamAction(recordDepartureForm, async (actor, input) => {
  const recorded = await departure.recordDeparture(actor, input);
  revalidatePath("/t/[team]", "layout");
  return recorded;
});

export const cancelDeparture = teamAction(cancelDepartureForm, async (actor, input) => {
  await departure.cancelDeparture(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});
