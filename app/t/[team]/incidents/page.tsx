import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { incidentsPath } from "@/components/incidents/incident-path";
import { IncidentTable } from "@/components/incidents/incident-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listIncidents } from "@/lib/services/incident-pages";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incidents"))("title") };
}

export default async function IncidentsPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const rows = await listIncidents(actor);
  const t = await getTranslations("incidents");
  const add = can(actor, "incident.record") && (
    <ButtonLink
      href={`${incidentsPath(team)}/new`}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t("record")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={rows.length > 0 && add} />
      {rows.length === 0 ? (
        <EmptyState sentence={t("list.empty")} action={add} />
      ) : (
        <Panel title={t("list.caption")} flush>
          <IncidentTable
            team={team}
            rows={rows}
            today={todayFor(actor)}
            now={actor.now}
            timeZone={actor.timeZone ?? "UTC"}
          />
        </Panel>
      )}
    </>
  );
}
