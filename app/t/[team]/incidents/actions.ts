"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import {
  closeIncidentForm,
  measuresForm,
  noteForm,
  recordIncidentForm,
  waiveForm,
} from "@/lib/incidents/forms";
import * as incidents from "@/lib/services/incidents";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const recordIncident = teamAction(recordIncidentForm, async (actor, input) => {
  const recorded = await incidents.recordIncident(actor, input);
  showAnew();
  return recorded;
});

export const setMeasures = teamAction(measuresForm, async (actor, input) => {
  await incidents.setMeasures(actor, input);
  showAnew();
  return undefined;
});

export const noteIncident = teamAction(noteForm, async (actor, input) => {
  await incidents.noteIncident(actor, input);
  showAnew();
  return undefined;
});

export const waiveIncidentDuty = teamAction(waiveForm, async (actor, input) => {
  await incidents.waiveIncidentDuty(actor, input);
  showAnew();
  return undefined;
});

export const closeIncident = teamAction(closeIncidentForm, async (actor, input) => {
  await incidents.closeIncident(actor, input);
  showAnew();
  return undefined;
});
