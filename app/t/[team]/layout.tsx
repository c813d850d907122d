import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TeamShell } from "@/components/shell/team-shell";
import { deedsOf } from "@/lib/find/deeds";
import { unreadCount } from "@/lib/services/inbox";
import { listMyTeams } from "@/lib/services/teams";
import { requireActor, requireSignedIn } from "@/lib/session";
import { signOut } from "../../sign-in/actions";

/** The frame of a team's pages. Each page asks for its own rights; this only draws. */
export default async function TeamLayout(props: {
  params: Promise<{ team: string }>;
  children: ReactNode;
}) {
  const { team: slug } = await props.params;
  const user = await requireSignedIn();
  const teams = await listMyTeams(user);
  const team = teams.find((mine) => mine.slug === slug) ?? notFound();
  const actor = await requireActor(slug);
  const unread = await unreadCount(actor);
  return (
    <TeamShell {...{ team, teams, unread, signOut }} person={user} may={deedsOf(actor)}>
      {props.children}
    </TeamShell>
  );
}
