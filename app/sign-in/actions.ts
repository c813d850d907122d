"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type ActionResult, visitorAction } from "@/lib/action";
import { endSession } from "@/lib/services/sessions";
import { askForSignInLink, confirmSignIn } from "@/lib/services/sign-in";
import { homePathOf } from "@/lib/services/teams";
import { clearSessionCookie, sessionToken, setSessionCookie } from "@/lib/session";
import { confirmForm, signInForm } from "@/lib/team/forms";

const ask = visitorAction(signInForm, async (visitor, input): Promise<undefined> => {
  await askForSignInLink(visitor, input);
  redirect("/sign-in/check-mail");
});

const confirmed = visitorAction(confirmForm, async (visitor, { token }): Promise<undefined> => {
  const { sessionToken: next, user, path } = await confirmSignIn(visitor, token);
  const before = await sessionToken();
  if (before) await endSession(visitor, before);
  await setSessionCookie(next);
  redirect(path === "/" ? await homePathOf(user) : path);
});

const leave = visitorAction(z.undefined(), async (visitor): Promise<undefined> => {
  const token = await sessionToken();
  if (token) await endSession(visitor, token);
  await clearSessionCookie();
  redirect("/");
});

/** The form of /sign-in. */
export async function askForLink(
  _before: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  const answer = await ask(form);
  return answer.ok ? answer : { ...answer, details: { typed: String(form.get("email") ?? "") } };
}

/** The button behind the link. */
export async function confirmLink(
  _before: ActionResult | null,
  form: FormData,
): Promise<ActionResult> {
  return confirmed(form);
}

/** Ends this session and shows the front page. */
export async function signOut(): Promise<ActionResult> {
  return leave();
}
