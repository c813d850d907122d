"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import {
  dropDutyForm,
  oneDutyForm,
  reopenDutyForm,
  settleDutyForm,
  severalDutiesForm,
  snoozeDutiesForm,
  snoozeDutyForm,
} from "@/lib/duties/forms";
import * as bulk from "@/lib/services/bulk-duties";
import * as duties from "@/lib/services/duties";
import * as attention from "@/lib/services/duty-attention";

// What is to be done shows on every page of the team.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const settleDuty = teamAction(settleDutyForm, async (actor, input) => {
  await duties.settleDuty(actor, input);
  showAnew();
  return undefined;
});

export const dropDuty = teamAction(dropDutyForm, async (actor, input) => {
  await duties.dropDuty(actor, input);
  showAnew();
  return undefined;
});

export const reopenDuty = teamAction(reopenDutyForm, async (actor, input) => {
  await duties.reopenDuty(actor, input);
  showAnew();
  return undefined;
});

export const acknowledgeDuty = teamAction(oneDutyForm, async (actor, input) => {
  await attention.acknowledgeDuty(actor, input);
  showAnew();
  return undefined;
});

export const snoozeDuty = teamAction(snoozeDutyForm, async (actor, input) => {
  await attention.snoozeDuty(actor, input);
  showAnew();
  return undefined;
});

export const wakeDuty = teamAction(oneDutyForm, async (actor, input) => {
  await attention.wakeDuty(actor, input);
  showAnew();
  return undefined;
});

export const acknowledgeDuties = teamAction(severalDutiesForm, async (actor, input) => {
  const outcomes = await bulk.acknowledgeDuties(actor, input);
  showAnew();
  return outcomes;
});

export const snoozeDuties = teamAction(snoozeDutiesForm, async (actor, input) => {
  const outcomes = await bulk.snoozeDuties(actor, input);
  showAnew();
  return outcomes;
});
