import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TeamShell } from "@/components/shell/team-shell";
import { requireSignedIn } from "@/lib/session";
import { currentTeam } from "../current-team";
import { teamFrame } from "../team-frame";

/** The view over all teams stands in the frame of the one that was open last. */
export default async function OverviewLayout({ children }: { children: ReactNode }) {
  await requireSignedIn();
  const current = await currentTeam();
  if (!current?.team) notFound();
  const { team, teams, user } = current;
  return (
    <TeamShell {...{ team, teams }} person={user} {...(await teamFrame(team.slug))}>
      {children}
    </TeamShell>
  );
}
