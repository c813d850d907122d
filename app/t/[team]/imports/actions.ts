"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { answerRowsForm, decideRowsForm, importForm } from "@/lib/imports/forms";
import { answerRows as answer } from "@/lib/services/import-answers";
import { applyImport as apply } from "@/lib/services/import-apply";
import { undoImport as undo } from "@/lib/services/import-undo";
import { decideRows as decide, dropImport as drop } from "@/lib/services/imports";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const decideRows = teamAction(decideRowsForm, (actor, input) => decide(actor, input));

export const answerRows = teamAction(answerRowsForm, (actor, input) => answer(actor, input));

export const applyImport = teamAction(importForm, async (actor, input) => {
  const done = { ...(await apply(actor, input)) };
  showAnew();
  return done;
});

export const undoImport = teamAction(importForm, async (actor, input) => {
  const done = { ...(await undo(actor, input)) };
  showAnew();
  return done;
});

export const dropImport = teamAction(importForm, async (actor, input) => {
  await drop(actor, input);
  showAnew();
  return undefined;
});
