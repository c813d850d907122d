import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { TeamShell } from "@/components/shell/team-shell";
import { Words } from "@/components/words/words";
import { requireSignedIn } from "@/lib/session";
import { currentTeam } from "../current-team";
import { signOut } from "../sign-in/actions";
import { teamFrame } from "../team-frame";

/** The account is above all teams; members of one keep their navigation around it. */

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const user = await requireSignedIn();
  const current = await currentTeam();
  if (!current?.team)
    return (
      <PublicShell account={{ ...user, signOut }}>
        <Words of={["account"]}>{children}</Words>
      </PublicShell>
    );
  const { team, teams } = current;
  return (
    <TeamShell {...{ team, teams }} person={user} {...(await teamFrame(team.slug))}>
      <Words of={["account"]}>{children}</Words>
    </TeamShell>
  );
}
