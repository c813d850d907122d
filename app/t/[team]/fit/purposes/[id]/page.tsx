import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { fitHref } from "@/components/fit/fit-path";
import { PurposeForm } from "@/components/fit/purpose-form";
import { RemovePurpose } from "@/components/fit/remove-purpose";
import { Crumbs } from "@/components/ui/crumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { fieldsOf } from "@/lib/data-use/purpose-fields";
import { getPurpose } from "@/lib/services/purposes";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { changePurpose, dropPurpose } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fit.purpose"))("title") };
}

export default async function PurposePage(props: {
  params: Promise<{ team: string; id: string }>;
}) {
  const { team, id } = await props.params;
  const actor = await requireActor(team);
  const purpose = await orNotFound(getPurpose(actor, id));
  if (!can(actor, "purpose.record")) redirect(fitHref(team, { purpose: id }));
  const t = await getTranslations("fit");
  return (
    <>
      <PageHeader
        above={<Crumbs links={[{ href: fitHref(team, { purpose: id }), label: t("title") }]} />}
        title={t("purpose.editTitle", { name: purpose.name })}
        lead={t("purpose.newLead")}
        actions={
          <RemovePurpose
            team={team}
            purpose={{ id, name: purpose.name }}
            remove={dropPurpose.bind(null, team)}
          />
        }
      />
      <Panel title={t("purpose.title")}>
        <PurposeForm
          team={team}
          start={fieldsOf(purpose.name, purpose.statements)}
          stored={{ id, version: purpose.version }}
          save={changePurpose.bind(null, team)}
        />
      </Panel>
    </>
  );
}
