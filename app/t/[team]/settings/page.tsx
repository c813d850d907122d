import { Group } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveRules } from "@/components/settings/archive-rules";
import { MembersTable } from "@/components/settings/members-table";
import { SignOutEverywhere } from "@/components/settings/sign-out-everywhere";
import { TeamForm } from "@/components/settings/team-form";
import { Facts } from "@/components/ui/facts";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { getDates } from "@/components/words/dates";
import { dayOf } from "@/lib/dates/day";
import { getArchiveRules } from "@/lib/services/archive-rules";
import { listMembers } from "@/lib/services/members";
import { getTeam } from "@/lib/services/teams";
import { requireActor, requireSignedIn } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { rolesToGive } from "@/lib/team/forms";
import { can } from "@/lib/team/permissions";
import { endMembership, giveRole, saveRules, saveTeam, signOutEverywhere } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage(props: { params: Promise<{ team: string }> }) {
  const { team: slug } = await props.params;
  const actor = await requireActor(slug);
  const { email } = await requireSignedIn();
  const t = await getTranslations("settings");
  const reminders = await getTranslations("schedules");
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <ButtonLink variant="default" href={`/t/${slug}/settings/reminders`}>
            {reminders("link")}
          </ButtonLink>
        }
      />
      <TeamPanel actor={actor} />
      <MembersPanel actor={actor} slug={slug} />
      <RulesPanel actor={actor} slug={slug} />
      <MailPanel actor={actor} slug={slug} />
      <Panel title={t("account")} lead={t("accountLead", { email })}>
        <SignOutEverywhere signOut={signOutEverywhere} />
      </Panel>
    </>
  );
}

async function TeamPanel({ actor }: { actor: Member }) {
  const t = await getTranslations("settings");
  const institution = await getTranslations("institution");
  const team = await getTeam(actor);
  const facts = [
    { label: t("teamName"), value: team.name },
    { label: t("institution"), value: team.institution },
  ];
  return (
    <Panel
      title={t("team")}
      lead={t("teamLead", { path: `/t/${team.slug}` })}
      actions={
        <ButtonLink variant="default" size="xs" href={`/t/${team.slug}/institution`}>
          {institution("link")}
        </ButtonLink>
      }
    >
      {can(actor, "team.update") ? (
        <TeamForm team={team} update={saveTeam.bind(null, team.slug)} />
      ) : (
        <Facts facts={facts} />
      )}
    </Panel>
  );
}

async function MembersPanel({ actor, slug }: { actor: Member; slug: string }) {
  const t = await getTranslations("settings");
  const dates = await getDates();
  const members = await listMembers(actor);
  const rows = members.map(({ since, ...member }) => ({
    ...member,
    since: dates.day(dayOf(since, "UTC")),
    isMe: member.userId === actor.userId,
  }));
  return (
    <Panel title={t("members")} lead={t("membersLead")} flush>
      <MembersTable
        members={rows}
        roles={rolesToGive(actor.role)}
        changeRole={can(actor, "member.changeRole") ? giveRole.bind(null, slug) : undefined}
        remove={can(actor, "member.remove") ? endMembership.bind(null, slug) : undefined}
      />
    </Panel>
  );
}

async function RulesPanel({ actor, slug }: { actor: Member; slug: string }) {
  const t = await getTranslations("rules");
  const rules = await getArchiveRules(actor);
  return (
    <Panel title={t("title")} lead={t("lead")} id="rules">
      <ArchiveRules
        rules={rules}
        save={can(actor, "rules.update") ? saveRules.bind(null, slug) : undefined}
      />
    </Panel>
  );
}

async function MailPanel({ actor, slug }: { actor: Member; slug: string }) {
  const t = await getTranslations("settings");
  return (
    <Panel title={t("mail")} lead={t("mailLead")} id="mail">
      <Group>
        <ButtonLink variant="default" href={`/t/${slug}/settings/notifications`}>
          {t("myMail")}
        </ButtonLink>
        {can(actor, "mail.read") && (
          <ButtonLink variant="default" href={`/t/${slug}/settings/mail`}>
            {t("teamMail")}
          </ButtonLink>
        )}
      </Group>
    </Panel>
  );
}
