import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { TeamShell } from "@/components/shell/team-shell";
import { Words } from "@/components/words/words";
import { deedsOf } from "@/lib/find/deeds";
import { unreadCount } from "@/lib/services/inbox";
import { requireActor } from "@/lib/session";
import { chooseLanguage } from "../account/actions";
import { currentTeam } from "../current-team";
import { signOut } from "../sign-in/actions";

/** The catalogue is public; members of a team keep their navigation around it. */

export default async function CatalogueLayout({ children }: { children: ReactNode }) {
  const current = await currentTeam();
  if (!current?.team)
    return (
      <PublicShell chooseLanguage={chooseLanguage}>
        <Words of={["catalogue"]}>{children}</Words>
      </PublicShell>
    );
  const { team, teams, user } = current;
  const actor = await requireActor(team.slug);
  const unread = await unreadCount(actor);
  return (
    <TeamShell {...{ team, teams, unread, signOut }} person={user} may={deedsOf(actor)}>
      <Words of={["catalogue"]}>{children}</Words>
    </TeamShell>
  );
}
