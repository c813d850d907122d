import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { rostersPath } from "@/components/rosters/roster-path";
import { RosterTable } from "@/components/rosters/roster-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listRosters } from "@/lib/services/rosters";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rosters"))("title") };
}

export default async function RostersPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const rows = await listRosters(actor);
  const t = await getTranslations("rosters");
  const add = can(actor, "roster.record") && (
    <ButtonLink href={`${rostersPath(team)}/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={rows.length > 0 && add} />
      {rows.length === 0 ? (
        <EmptyState sentence={t("empty")} action={add} />
      ) : (
        <Panel title={t("list.title")} flush>
          <RosterTable team={team} rows={rows} />
        </Panel>
      )}
    </>
  );
}
