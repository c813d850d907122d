"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { askForm, decideForm, prepareForm, recordForm, withdrawForm } from "@/lib/amendments/forms";
import * as amendments from "@/lib/services/amendments";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const prepareAmendment = teamAction(prepareForm, async (actor, input) => {
  const prepared = await amendments.prepareAmendment(actor, input);
  showAnew();
  return prepared;
});

export const askAmendment = teamAction(askForm, async (actor, input) => {
  await amendments.askAmendment(actor, input);
  showAnew();
  return undefined;
});

export const decideAmendment = teamAction(decideForm, async (actor, input) => {
  await amendments.decideAmendment(actor, input);
  showAnew();
  return undefined;
});

export const recordAmendment = teamAction(recordForm, async (actor, input) => {
  await amendments.recordAmendment(actor, input);
  showAnew();
  return undefined;
});

export const withdrawAmendment = teamAction(withdrawForm, async (actor, input) => {
  await amendments.withdrawAmendment(actor, input);
  showAnew();
  return undefined;
});
