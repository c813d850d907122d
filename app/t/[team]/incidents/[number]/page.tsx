import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IncidentAccount } from "@/components/incidents/incident-account";
import { AddNote, CloseIncident, SetMeasures } from "@/components/incidents/incident-dialogs";
import { IncidentMatters } from "@/components/incidents/incident-matters";
import { incidentsPath } from "@/components/incidents/incident-path";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { getIncident } from "@/lib/services/incident-pages";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { settleDuty } from "../../duties/actions";
import { closeIncident, noteIncident, setMeasures, waiveIncidentDuty } from "../actions";

interface Address {
  params: Promise<{ team: string; number: string }>;
}

/** The number in the address; anything else is no incident. */
function numberIn(typed: string): number {
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : notFound();
}

export async function generateMetadata(props: Address): Promise<Metadata> {
  const { number } = await props.params;
  const t = await getTranslations("incidents");
  return { title: t("numbered", { number: numberIn(number) }) };
}

export default async function IncidentPage(props: Address) {
  const { team, number } = await props.params;
  const actor = await requireActor(team);
  const incident = await orNotFound(getIncident(actor, numberIn(number)));
  const t = await getTranslations("incidents");
  const timeZone = actor.timeZone ?? "UTC";
  const about = { team, incident };
  const isOpen = incident.closedOn === null;
  const mayRecord = can(actor, "incident.record");
  const mayClose = can(actor, "incident.close");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: incidentsPath(team), label: t("title") }]} />}
        title={t("list.numbered", { number: incident.number, title: incident.title })}
        lead={t("page.lead")}
        actions={isOpen && mayClose && <CloseIncident {...about} send={closeIncident} />}
      />
      <IncidentMatters
        team={team}
        matters={incident.matters}
        today={todayFor(actor)}
        now={actor.now}
        timeZone={timeZone}
        settle={can(actor, "duty.settle") ? settleDuty.bind(null, team) : undefined}
        waive={mayClose ? waiveIncidentDuty : undefined}
      />
      <IncidentAccount
        incident={incident}
        timeZone={timeZone}
        setMeasures={isOpen && mayRecord && <SetMeasures {...about} send={setMeasures} />}
        addNote={mayRecord && <AddNote {...about} send={noteIncident} />}
      />
    </>
  );
}
