"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { attachProofForm } from "@/lib/documents/proof-forms";
import {
  recordIdentityForm,
  removeIdentityForm,
  updateIdentityForm,
} from "@/lib/people/identity-forms";
import {
  correctQualificationForm,
  moveQualificationForm,
  recordQualificationForm,
  waiveQualificationForm,
} from "@/lib/people/qualification-forms";
import { endStandInForm, recordStandInForm } from "@/lib/people/stand-in-forms";
import * as evidence from "@/lib/services/evidence";
import * as identities from "@/lib/services/identities";
import * as qualifications from "@/lib/services/qualifications";
import * as standIns from "@/lib/services/stand-ins";

/** What somebody holds decides what lists, matrix and this page say. */
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const recordIdentity = teamAction(recordIdentityForm, async (actor, input) => {
  await identities.recordIdentity(actor, input);
  showAnew();
  return undefined;
});

export const updateIdentity = teamAction(updateIdentityForm, async (actor, input) => {
  await identities.updateIdentity(actor, input);
  showAnew();
  return undefined;
});

export const removeIdentity = teamAction(removeIdentityForm, async (actor, input) => {
  await identities.removeIdentity(actor, input);
  showAnew();
  return undefined;
});

export const recordQualification = teamAction(recordQualificationForm, async (actor, input) => {
  await qualifications.recordQualification(actor, input);
  showAnew();
  return undefined;
});

export const moveQualification = teamAction(moveQualificationForm, async (actor, input) => {
  await qualifications.moveQualification(actor, input);
  showAnew();
  return undefined;
});

export const correctQualification = teamAction(correctQualificationForm, async (actor, input) => {
  await qualifications.correctQualification(actor, input);
  showAnew();
  return undefined;
});

export const waiveQualification = teamAction(waiveQualificationForm, async (actor, input) => {
  await qualifications.waiveQualification(actor, input);
  showAnew();
  return undefined;
});

export const attachProof = teamAction(attachProofForm, async (actor, input) => {
  await evidence.attachProof(actor, input);
  showAnew();
  return undefined;
});

export const recordStandIn = teamAction(recordStandInForm, async (actor, input) => {
  await standIns.recordStandIn(actor, input);
  showAnew();
  return undefined;
});

export const endStandIn = teamAction(endStandInForm, async (actor, input) => {
  await standIns.endStandIn(actor, input);
  showAnew();
  return undefined;
});
