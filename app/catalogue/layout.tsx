import type { ReactNode } from "react";
import { PublicShell } from "@/components/shell/public-shell";
import { TeamShell } from "@/components/shell/team-shell";
import { Words } from "@/components/words/words";
import { chooseLanguage } from "../account/actions";
import { currentTeam } from "../current-team";
import { teamFrame } from "../team-frame";

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
  return (
    <TeamShell {...{ team, teams }} person={user} {...(await teamFrame(team.slug))}>
      <Words of={["catalogue"]}>{children}</Words>
    </TeamShell>
  );
}
