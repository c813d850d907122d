"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { commentForm, retractForm } from "@/lib/requests/comment-forms";
import { nudgeForm } from "@/lib/requests/nudge";
import * as comments from "@/lib/services/comments";
import * as nudges from "@/lib/services/nudges";

export const addComment = teamAction(commentForm, async (actor, input) => {
  const added = await comments.addComment(actor, input);
  revalidatePath("/t/[team]", "layout");
  return added;
});

export const retractComment = teamAction(retractForm, async (actor, input) => {
  await comments.retractComment(actor, input);
  revalidatePath("/t/[team]", "layout");
  return undefined;
});

export const recordNudge = teamAction(nudgeForm, async (actor, input) => {
  const kept = await nudges.recordNudge(actor, input);
  revalidatePath("/t/[team]", "layout");
  return kept;
});
