"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { draftForm } from "@/lib/requests/draft";
import { moveForm } from "@/lib/requests/move";
import * as drafts from "@/lib/services/drafts";
import * as moves from "@/lib/services/moves";

// Nothing is revalidated here: the form stays as it is on the page, whatever it has typed since,
// and every page of a team is rendered anew when it is opened.
export const saveDraft = teamAction(draftForm, drafts.saveDraft);

export const moveRequest = teamAction(moveForm, async (actor, input) => {
  const moved = await moves.moveRequest(actor, input);
  revalidatePath("/t/[team]", "layout");
  return moved;
});
