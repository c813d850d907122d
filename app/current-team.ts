import { cookies } from "next/headers";
import { cache } from "react";
import { LAST_TEAM_COOKIE } from "@/components/shell/last-team";
import { listMyTeams, type MyTeam } from "@/lib/services/teams";
import { currentUser } from "@/lib/session";
import type { SignedIn } from "@/lib/team/actor";

/** Who is signed in and the team that pages outside any team show: the last one, else the first. */
export const currentTeam = cache(
  async (): Promise<{ user: SignedIn; teams: MyTeam[]; team: MyTeam | undefined } | null> => {
    const user = await currentUser();
    if (user === null) return null;
    const last = (await cookies()).get(LAST_TEAM_COOKIE)?.value;
    const teams = await listMyTeams(user);
    return { user, teams, team: teams.find(({ slug }) => slug === last) ?? teams[0] };
  },
);
