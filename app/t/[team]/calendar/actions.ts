"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { createFeedForm, revokeFeedForm } from "@/lib/calendar/forms";
import { createCalendarFeed, revokeCalendarFeed } from "@/lib/services/calendar-feeds";

function showAnew(): void {
  revalidatePath("/t/[team]/calendar", "page");
}

export const createFeed = teamAction(createFeedForm, async (actor, input) => {
  const address = await createCalendarFeed(actor, input);
  showAnew();
  return address;
});

export const revokeFeed = teamAction(revokeFeedForm, async (actor, input) => {
  await revokeCalendarFeed(actor, input);
  showAnew();
  return undefined;
});
