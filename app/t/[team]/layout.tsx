import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TeamShell } from "@/components/shell/team-shell";
import { listMyTeams } from "@/lib/services/teams";
import { requireSignedIn } from "@/lib/session";
import { teamFrame } from "../../team-frame";

/** The frame of a team's pages. Each page asks for its own rights; this only draws. */
export default async function TeamLayout(props: {
  params: Promise<{ team: string }>;
  children: ReactNode;
}) {
  const { team: slug } = await props.params;
  const user = await requireSignedIn();
  const teams = await listMyTeams(user);
  const team = teams.find((mine) => mine.slug === slug) ?? notFound();
  return (
    <TeamShell {...{ team, teams }} person={user} {...(await teamFrame(slug))}>
      {props.children}
    </TeamShell>
  );
}
