"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { userAction, visitorAction } from "@/lib/action";
import { updateMyAccount } from "@/lib/services/account";
import { endTour as leaveTour, endFirstSteps as putFirstStepsAway } from "@/lib/services/first-run";
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

const nothing = z.undefined();

/** The reader leaves the tour, for good. */
export const endTour = userAction(nothing, leaveTour);

/** The reader puts the list of first steps away. */
export const endFirstSteps = userAction(nothing, async (user): Promise<undefined> => {
  await putFirstStepsAway(user);
  refresh();
});
