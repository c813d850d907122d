"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { attachProofForm, deleteDocumentForm } from "@/lib/documents/proof-forms";
import * as evidence from "@/lib/services/evidence";

// Whatever a document proves may stand on any page of its team.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const attachProof = teamAction(attachProofForm, async (actor, input) => {
  await evidence.attachProof(actor, input);
  showAnew();
  return undefined;
});

export const deleteDocument = teamAction(deleteDocumentForm, async (actor, input) => {
  await evidence.deleteDocument(actor, input);
  showAnew();
  return undefined;
});
