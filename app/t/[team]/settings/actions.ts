"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type ActionResult, teamAction, userAction } from "@/lib/action";
import { setArchiveRules } from "@/lib/services/archive-rules";
import { changeRole, removeMember } from "@/lib/services/members";
import { endMySessions } from "@/lib/services/sessions";
import { updateTeam } from "@/lib/services/teams";
import { clearSessionCookie } from "@/lib/session";
import { archiveRulesForm } from "@/lib/team/archive-rules";
import { changeRoleForm, removeMemberForm, updateTeamForm } from "@/lib/team/forms";

function showAnew(): void {
  revalidatePath("/t/[team]", "layout");
}

export const saveTeam = teamAction(updateTeamForm, async (actor, input) => {
  const saved = await updateTeam(actor, input);
  showAnew();
  return saved;
});

export const giveRole = teamAction(changeRoleForm, async (actor, input) => {
  await changeRole(actor, input);
  showAnew();
  return undefined;
});

export const endMembership = teamAction(removeMemberForm, async (actor, input) => {
  await removeMember(actor, input);
  showAnew();
  return undefined;
});

export const saveRules = teamAction(archiveRulesForm, async (actor, input) => {
  const saved = await setArchiveRules(actor, input);
  showAnew();
  return saved;
});

const leaveEverywhere = userAction(z.undefined(), async (user): Promise<undefined> => {
  await endMySessions(user);
  await clearSessionCookie();
  redirect("/");
});

/** Ends all sessions of whoever asks. */
export async function signOutEverywhere(): Promise<ActionResult> {
  return leaveEverywhere();
}
