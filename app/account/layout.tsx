import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { TeamShell } from "@/components/shell/team-shell";
import { Words } from "@/components/words/words";
import { deedsOf } from "@/lib/find/deeds";
import { unreadCount } from "@/lib/services/inbox";
import { requireActor, requireSignedIn } from "@/lib/session";
import { currentTeam } from "../current-team";
import { signOut } from "../sign-in/actions";

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
  const actor = await requireActor(team.slug);
  const unread = await unreadCount(actor);
  return (
    <TeamShell {...{ team, teams, unread, signOut }} person={user} may={deedsOf(actor)}>
      <Words of={["account"]}>{children}</Words>
    </TeamShell>
  );
}
