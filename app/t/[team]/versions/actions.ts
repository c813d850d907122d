"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import * as versions from "@/lib/services/new-versions";
import * as pages from "@/lib/services/version-pages";
import { recordVersionForm, requestVersionForm, settleVersionForm } from "@/lib/versions/forms";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const recordNewVersion = teamAction(recordVersionForm, async (actor, input) => {
  const recorded = await versions.recordNewVersion(actor, input);
  showAnew();
  return recorded;
});

export const settleVersion = teamAction(settleVersionForm, async (actor, input) => {
  await versions.settleVersion(actor, input);
  showAnew();
  return undefined;
});

export const requestNewVersion = teamAction(requestVersionForm, async (actor, input) => {
  const draft = await pages.requestNewVersion(actor, input);
  showAnew();
  return draft;
});
