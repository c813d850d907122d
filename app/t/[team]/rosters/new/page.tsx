import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RosterForm } from "@/components/rosters/roster-form";
import { rostersPath } from "@/components/rosters/roster-path";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listHeldUnits } from "@/lib/services/version-pages";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { compareList } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rosters"))("add") };
}

export default async function NewRosterPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  if (!can(actor, "roster.record")) redirect(rostersPath(team));
  const units = await listHeldUnits(actor);
  const t = await getTranslations("rosters");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: rostersPath(team), label: t("title") }]} />}
        title={t("add")}
        lead={t("form.lead")}
      />
      <Panel title={t("form.title")}>
        <RosterForm
          team={team}
          units={units.map(({ id, name, code }) => ({
            value: id,
            label: name.includes(code) ? name : `${name} · ${code}`,
          }))}
          today={todayFor(actor)}
          compare={compareList.bind(null, team)}
        />
      </Panel>
    </>
  );
}
