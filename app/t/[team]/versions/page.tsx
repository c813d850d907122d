import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstRequest } from "@/components/requests/first-request";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RecordVersion } from "@/components/versions/record-version";
import { VersionList } from "@/components/versions/version-list";
import { listHeldUnits, listNewVersions } from "@/lib/services/version-pages";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { recordNewVersion, requestNewVersion, settleVersion } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("versions"))("title") };
}

export default async function VersionsPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const [versions, units] = await Promise.all([listNewVersions(actor), listHeldUnits(actor)]);
  const t = await getTranslations("versions");
  const add = can(actor, "version.record") && units.length > 0 && (
    <RecordVersion team={team} units={units} record={recordNewVersion} />
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={versions.length > 0 && add} />
      {versions.length === 0 && (
        <EmptyState
          sentence={t(units.length === 0 ? "emptyTeam" : "empty")}
          action={units.length === 0 ? <FirstRequest team={team} actor={actor} /> : add}
        />
      )}
      <VersionList
        team={team}
        versions={versions}
        today={todayFor(actor)}
        settle={can(actor, "version.record") ? settleVersion : undefined}
        request={can(actor, "request.create") ? requestNewVersion : undefined}
      />
    </>
  );
}
