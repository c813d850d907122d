"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { markReadForm, markUnreadForm } from "@/lib/reminders/inbox-form";
import * as inbox from "@/lib/services/inbox";

// The bell stands on every page.
function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const markRead = teamAction(markReadForm, async (actor, input) => {
  if ((await inbox.markRead(actor, input)) > 0) showAnew();
  return undefined;
});

export const markUnread = teamAction(markUnreadForm, async (actor, input) => {
  await inbox.markUnread(actor, input);
  showAnew();
  return undefined;
});
