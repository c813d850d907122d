"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { addAnswerForm, changeAnswerForm, retireAnswerForm } from "@/lib/requests/library";
import * as library from "@/lib/services/library";

// Only the library's own page: a form that saves an answer here goes on being written.
function showAnew(): void {
  revalidatePath("/t/[team]/library", "page");
}

export const addAnswer = teamAction(addAnswerForm, async (actor, input) => {
  const added = await library.addAnswer(actor, input);
  showAnew();
  return added;
});

export const changeAnswer = teamAction(changeAnswerForm, async (actor, input) => {
  await library.changeAnswer(actor, input);
  showAnew();
  return undefined;
});

export const retireAnswer = teamAction(retireAnswerForm, async (actor, input) => {
  await library.retireAnswer(actor, input);
  showAnew();
  return undefined;
});
