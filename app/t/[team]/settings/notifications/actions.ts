"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { updateMyMail } from "@/lib/services/mail-preferences";
import { mailPreferenceForm } from "@/lib/team/mail-preference-form";

export const saveMyMail = teamAction(mailPreferenceForm, async (actor, input) => {
  const saved = await updateMyMail(actor, input);
  revalidatePath("/t/[team]/settings/notifications", "page");
  return saved;
});
