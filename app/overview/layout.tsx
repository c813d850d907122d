import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TeamShell } from "@/components/shell/team-shell";
import { deedsOf } from "@/lib/find/deeds";
import { unreadCount } from "@/lib/services/inbox";
import { requireActor, requireSignedIn } from "@/lib/session";
import { currentTeam } from "../current-team";
import { signOut } from "../sign-in/actions";

/** The view over all teams stands in the frame of the one that was open last. */
export default async function OverviewLayout({ children }: { children: ReactNode }) {
  await requireSignedIn();
  const current = await currentTeam();
  if (!current?.team) notFound();
  const { team, teams, user } = current;
  const actor = await requireActor(team.slug);
  const unread = await unreadCount(actor);
  return (
    <TeamShell {...{ team, teams, unread, signOut }} person={user} may={deedsOf(actor)}>
      {children}
    </TeamShell>
  );
}
