"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { handOverForm, settleDutyForm } from "@/lib/people/departure-form";
import { draftForm } from "@/lib/requests/draft";
import { moveForm } from "@/lib/requests/move";
import * as drafts from "@/lib/services/drafts";
import * as duties from "@/lib/services/duties";
import * as handOver from "@/lib/services/hand-over";
import * as moves from "@/lib/services/moves";

// Nothing is revalidated here: the form stays as it is on the page, whatever it has typed since,
// and every page of a team is rendered anew when it is opened.
export const saveDraft = teamAction(draftForm, drafts.saveDraft);

export const moveRequest = teamAction(moveForm, async (actor, input) => {
  const moved = await moves.moveRequest(actor, input);
  revalidatePath("/t/[team]", "layout");
  return moved;
});

export const handOverRequest = teamAction(handOverForm, async (actor, input) => {
  await handOver.handOverRequest(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});

export const settleDuty = teamAction(settleDutyForm, async (actor, input) => {
  await duties.settleDuty(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});
