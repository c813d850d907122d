"use server";

import { refresh } from "next/cache";
import { userAction, visitorAction } from "@/lib/action";
import { updateMyAccount } from "@/lib/services/account";
import { setLanguageCookie } from "@/lib/session";
import { accountForm, visitorLanguageForm } from "@/lib/team/account-form";

/** Saves what the user says of themselves; the next page speaks the language they chose. */
export const updateAccount = userAction(accountForm, async (user, input): Promise<undefined> => {
  await updateMyAccount(user, input);
  // For this browser's pages before the next sign-in.
  await setLanguageCookie(input.language);
  refresh();
});

/** Keeps a visitor's language in their browser. */
export const chooseLanguage = visitorAction(
  visitorLanguageForm,
  async (_visitor, { language }): Promise<undefined> => {
    await setLanguageCookie(language);
    refresh();
  },
);
