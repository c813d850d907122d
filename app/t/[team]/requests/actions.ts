"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { handOverForm } from "@/lib/people/departure-form";
import { bulkMoveForm } from "@/lib/requests/bulk-form";
import { copyForm } from "@/lib/requests/copy-form";
import { draftForm } from "@/lib/requests/draft-form";
import { moveForm } from "@/lib/requests/move-form";
import { projectEndForm } from "@/lib/requests/project-end";
import { openSectionForm } from "@/lib/requests/revision-forms";
import { undoMoveForm } from "@/lib/requests/undo-form";
import * as bulk from "@/lib/services/bulk-moves";
import * as copies from "@/lib/services/copy-request";
import * as drafts from "@/lib/services/drafts";
import * as handOver from "@/lib/services/hand-over";
import * as moves from "@/lib/services/moves";
import * as projectEnds from "@/lib/services/project-end";
import * as revisions from "@/lib/services/revisions";
import * as undoing from "@/lib/services/undo-move";

// Nothing is revalidated here: the form stays as it is on the page, whatever it has typed since,
// and every page of a team is rendered anew when it is opened.
export const saveDraft = teamAction(draftForm, drafts.saveDraft);

// Nor here: the form opens the section on the page and keeps what was typed.
export const openSection = teamAction(openSectionForm, async (actor, input) => {
  await revisions.openSection(actor, input);
  return undefined;
});

export const moveRequest = teamAction(moveForm, async (actor, input) => {
  const moved = await moves.moveRequest(actor, input);
  revalidatePath("/t/[team]", "layout");
  return moved;
});

export const bulkMove = teamAction(bulkMoveForm, async (actor, input) => {
  const lines = await bulk.bulkMove(actor, input);
  revalidatePath("/t/[team]", "layout");
  return lines;
});

export const undoMove = teamAction(undoMoveForm, async (actor, input) => {
  const undone = await undoing.undoLastMove(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undone;
});

export const setProjectEnd = teamAction(projectEndForm, async (actor, input) => {
  await projectEnds.setProjectEnd(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});

export const copyRequest = teamAction(copyForm, copies.copyRequest);

export const handOverRequest = teamAction(handOverForm, async (actor, input) => {
  await handOver.handOverRequest(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});
