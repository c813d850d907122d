import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgreementForm } from "@/components/agreements/agreement-form";
import { agreementsHref } from "@/components/agreements/agreement-path";
import { toPersonChoice, toUnitChoice } from "@/components/agreements/choices";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { ARCHIVES } from "@/lib/archives/index";
import { listGatedUnits } from "@/lib/services/catalogue";
import { listPeople } from "@/lib/services/people";
import { getTeam } from "@/lib/services/teams";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { createAgreement } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("record") };
}

export default async function NewAgreementPage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  if (!can(actor, "agreement.record")) redirect(agreementsHref(team));
  const [units, people, { institution }] = await Promise.all([
    listGatedUnits(actor),
    listPeople(actor),
    getTeam(actor),
  ]);
  const t = await getTranslations("agreements");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: agreementsHref(team), label: t("title") }]} />}
        title={t("record")}
        lead={t("newLead")}
      />
      <Panel title={t("text.title")}>
        <AgreementForm
          team={team}
          archives={ARCHIVES.map(({ code, name, words }) => ({
            value: code,
            label: t("ofArchive", { archive: name, agreement: words.agreement }),
          }))}
          units={units.map(toUnitChoice)}
          people={people.map(toPersonChoice)}
          today={todayFor(actor)}
          institution={institution}
          create={createAgreement}
        />
      </Panel>
    </>
  );
}
