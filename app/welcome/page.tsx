import { randomUUID } from "node:crypto";
import { Box } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicShell } from "@/components/shell/public-shell";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { CreateTeamForm } from "@/components/welcome/create-team-form";
import { InvitationList } from "@/components/welcome/invitation-list";
import { MyTeams } from "@/components/welcome/my-teams";
import { getDates } from "@/components/words/dates";
import { dayOf } from "@/lib/dates/day";
import { listMyInvitations } from "@/lib/services/invitations";
import { listMyTeams } from "@/lib/services/teams";
import { requireSignedIn } from "@/lib/session";
import { nameFromAddress } from "@/lib/team/forms";
import { signOut } from "../sign-in/actions";
import { createTeam, joinTeam } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("welcome"))("title") };
}

/** Where a user without a team arrives, and where one joins or starts a further team. */
export default async function WelcomePage() {
  const user = await requireSignedIn();
  const t = await getTranslations("welcome");
  const dates = await getDates();
  const [teams, invitations] = [await listMyTeams(user), await listMyInvitations(user)];
  const { email } = user;
  const userName = user.name === email ? nameFromAddress(email) : user.name;
  const lines = invitations.map(({ id, team, role, invitedBy, expiresAt }) => {
    const until = dates.day(dayOf(expiresAt, "UTC"));
    return { id, team, role, inviter: invitedBy, until };
  });
  return (
    <PublicShell account={{ name: user.name, email, signOut }}>
      <PageHeader
        title={t(teams.length > 0 ? "titleKnown" : "title")}
        lead={t("lead", { email })}
      />
      <Box maw={640}>
        {teams.length > 0 && (
          <Panel title={t("yourTeams")}>
            <MyTeams teams={teams} />
          </Panel>
        )}
        <Panel title={t("invitations")} lead={t("invitationsLead", { email })}>
          {lines.length > 0 ? (
            <InvitationList invitations={lines} userName={userName} accept={joinTeam} />
          ) : (
            t("noInvitations", { email })
          )}
        </Panel>
        <Panel title={t("create")} lead={t("createLead")}>
          <CreateTeamForm create={createTeam} id={randomUUID()} userName={userName} />
        </Panel>
      </Box>
    </PublicShell>
  );
}
