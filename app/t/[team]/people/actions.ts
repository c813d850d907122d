"use server";

import { revalidatePath } from "next/cache";
import { teamAction } from "@/lib/action";
import { createPersonForm, updatePersonForm } from "@/lib/people/forms";
import { inviteMember, revokeInvitation } from "@/lib/services/invitations";
import { createPerson, updatePerson } from "@/lib/services/people";
import { inviteForm, revokeForm } from "@/lib/team/forms";

function showAnew(): void {
  revalidatePath("/t/[team]/people", "page");
}

export const addPerson = teamAction(createPersonForm, async (actor, input) => {
  const added = await createPerson(actor, input);
  showAnew();
  return added;
});

export const changePerson = teamAction(updatePersonForm, async (actor, input) => {
  await updatePerson(actor, input);
  showAnew();
  return undefined;
});

export const invite = teamAction(inviteForm, async (actor, input) => {
  const invitation = await inviteMember(actor, input);
  showAnew();
  return invitation;
});

export const revoke = teamAction(revokeForm, async (actor, input) => {
  await revokeInvitation(actor, input);
  showAnew();
  return undefined;
});
