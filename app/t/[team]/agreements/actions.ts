"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import {
  addVersionForm,
  createAgreementForm,
  endNamingForm,
  nameForm,
  recordSignatureForm,
  updateAgreementForm,
} from "@/lib/agreements/forms";
import * as changes from "@/lib/services/agreement-changes";
import * as appendices from "@/lib/services/appendices";
import * as signatures from "@/lib/services/signatures";

// Access follows from agreements, so any page of the team may show what changed.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const createAgreement = teamAction(createAgreementForm, async (actor, input) => {
  const agreement = await changes.createAgreement(actor, input);
  showAnew();
  return agreement;
});

export const updateAgreement = teamAction(updateAgreementForm, async (actor, input) => {
  await changes.updateAgreement(actor, input);
  showAnew();
  return undefined;
});

export const addVersion = teamAction(addVersionForm, async (actor, input) => {
  const agreement = await changes.addVersion(actor, input);
  showAnew();
  return agreement;
});

export const nameInAppendix = teamAction(nameForm, async (actor, input) => {
  const named = await appendices.nameInAppendix(actor, input);
  showAnew();
  return named;
});

export const endNaming = teamAction(endNamingForm, async (actor, input) => {
  await appendices.endNaming(actor, input);
  showAnew();
  return undefined;
});

export const recordSignature = teamAction(recordSignatureForm, async (actor, input) => {
  const signature = await signatures.recordSignature(actor, input);
  showAnew();
  return signature;
});
