"use server";

import { redirect } from "next/navigation";
import { userAction } from "@/lib/action";
import { acceptInvitation } from "@/lib/services/invitations";
import { createTeam as create } from "@/lib/services/teams";
import { acceptInvitationForm, createTeamForm } from "@/lib/team/forms";

/** Starts a team and opens its dashboard. */
export const createTeam = userAction(createTeamForm, async (user, input): Promise<undefined> => {
  redirect(`/t/${await create(user, input)}`);
});

/** Joins the team of an invitation and opens its dashboard. */
export const joinTeam = userAction(
  acceptInvitationForm,
  async (user, input): Promise<undefined> => {
    redirect(`/t/${await acceptInvitation(user, input)}`);
  },
);
