import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EditEscalation } from "@/components/schedules/edit-escalation";
import { ScheduleDialog } from "@/components/schedules/schedule-dialog";
import { ScheduleTable } from "@/components/schedules/schedule-table";
import type { TargetChoice } from "@/components/schedules/schedule-targets";
import { SpecialSchedules } from "@/components/schedules/special-schedules";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ARCHIVES } from "@/lib/archives/index";
import { DUTY_KINDS } from "@/lib/obligations/kinds";
import { getAgreement } from "@/lib/services/agreements";
import { getEscalation } from "@/lib/services/escalation";
import { listPeople } from "@/lib/services/people";
import { listSchedules, type ScheduleLine } from "@/lib/services/schedules";
import { orNotFound, requireActor } from "@/lib/session";
import type { Member } from "@/lib/team/actor";
import { can } from "@/lib/team/permissions";
import { resetSchedule, setEscalation, setSchedule } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedules"))("title") };
}

const SEND = { set: setSchedule, reset: resetSchedule };

export default async function RemindersPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const asked = z.uuid().safeParse((await props.searchParams).agreement);
  const agreement = asked.success ? await orNotFound(getAgreement(actor, asked.data)) : null;
  const schedules = await listSchedules(actor);
  const mayOrganise = can(actor, "schedule.update");
  const shared = { team, schedules, mayOrganise, ...SEND };
  const t = await getTranslations("schedules");
  const settings = await getTranslations("settings");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: `/t/${team}/settings`, label: settings("title") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <Panel
        title={t("special.title")}
        lead={t("special.lead")}
        id="special"
        flush={schedules.some(({ level }) => level === "archive" || level === "agreement")}
        actions={mayOrganise && <AddSpecial {...{ team, schedules, agreement }} />}
      >
        <SpecialSchedules {...shared} />
      </Panel>
      <EscalationPanel actor={actor} team={team} />
      <Panel title={t("table.title")} lead={t("table.lead")} id="kinds" flush>
        <ScheduleTable {...shared} />
      </Panel>
    </>
  );
}

async function AddSpecial(props: {
  team: string;
  schedules: readonly ScheduleLine[];
  agreement: { id: string; name: string } | null;
}) {
  const { team, schedules, agreement } = props;
  const t = await getTranslations("schedules");
  const archives: TargetChoice[] = ARCHIVES.map(({ code, name }) => ({
    label: name,
    target: { level: "archive", archive: code },
  }));
  const own: TargetChoice[] = agreement
    ? [{ label: agreement.name, target: { level: "agreement", agreementId: agreement.id } }]
    : [];
  return (
    <ScheduleDialog
      label={agreement ? t("special.addAgreement", { name: agreement.name }) : t("special.add")}
      title={t("special.addTitle")}
      button={{ variant: "default", size: "sm" }}
      targets={agreement ? own : archives}
      kinds={[
        { value: "", label: t("table.every") },
        ...DUTY_KINDS.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      stored={[...schedules]}
      defaults={{ leads: [30, 14, 7, 1, 0], after: "weekly" }}
      {...{ team, ...SEND }}
    />
  );
}

async function EscalationPanel({ actor, team }: { actor: Member; team: string }) {
  const t = await getTranslations("schedules.escalation");
  const escalation = await getEscalation(actor);
  const may = can(actor, "escalation.update");
  const people = may ? await listPeople(actor) : [];
  const { secondContact, afterDays } = escalation;
  return (
    <Panel
      title={t("title")}
      lead={t("intro")}
      id="escalation"
      actions={
        may && (
          <EditEscalation
            team={team}
            escalation={escalation}
            people={people
              .filter(({ presence }) => presence !== "left")
              .map(({ id, name }) => ({ value: id, label: name }))}
            set={setEscalation}
          />
        )
      }
    >
      <p>{t("waits", { days: afterDays })}</p>
      <p>{secondContact ? t("contact", { name: secondContact.name }) : t("nobody")}</p>
    </Panel>
  );
}
