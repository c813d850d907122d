"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, visitorAction } from "@/lib/action";
import { unsubscribe } from "@/lib/services/mail-preferences";
import { unsubscribeForm } from "@/lib/team/mail-preference-form";

const end = visitorAction(unsubscribeForm, async (visitor, { token }): Promise<undefined> => {
  await unsubscribe(visitor, token);
  revalidatePath("/unsubscribe");
});

/** The button of the page behind the link in a mail. */
export async function endDailyMail(
  _before: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return end(form);
}
