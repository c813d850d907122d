import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fitHref } from "@/components/fit/fit-path";
import { PurposeForm } from "@/components/fit/purpose-form";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { NEW_PURPOSE } from "@/lib/data-use/purpose";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { addPurpose } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fit.purpose"))("newTitle") };
}

export default async function NewPurposePage(props: { params: Promise<{ team: string }> }) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  if (!can(actor, "purpose.record")) redirect(fitHref(team, {}));
  const t = await getTranslations("fit");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: fitHref(team, {}), label: t("title") }]} />}
        title={t("purpose.newTitle")}
        lead={t("purpose.newLead")}
      />
      <Panel title={t("purpose.title")}>
        <PurposeForm team={team} start={NEW_PURPOSE} save={addPurpose.bind(null, team)} />
      </Panel>
    </>
  );
}
