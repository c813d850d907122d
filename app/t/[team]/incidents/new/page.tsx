import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { toPersonChoice } from "@/components/agreements/choices";
import { IncidentForm } from "@/components/incidents/incident-form";
import { incidentsPath } from "@/components/incidents/incident-path";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { clockOf } from "@/lib/dates/moment";
import { listPeople } from "@/lib/services/people";
import { listHeldUnits } from "@/lib/services/version-pages";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { recordIncident } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incidents"))("record") };
}

export default async function NewIncidentPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  if (!can(actor, "incident.record")) redirect(incidentsPath(team));
  const [units, people] = await Promise.all([listHeldUnits(actor), listPeople(actor)]);
  const timeZone = actor.timeZone ?? "UTC";
  const t = await getTranslations("incidents");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: incidentsPath(team), label: t("title") }]} />}
        title={t("record")}
        lead={t("form.lead")}
      />
      <Panel title={t("form.panel")}>
        <IncidentForm
          team={team}
          units={units.map(({ id, name, code }) => ({
            value: id,
            label: name.includes(code) ? name : `${name} · ${code}`,
          }))}
          people={people.map(toPersonChoice)}
          now={{ day: todayFor(actor), clock: clockOf(actor.now, timeZone), timeZone }}
          me={actor.personId}
          record={recordIncident}
        />
      </Panel>
    </>
  );
}
