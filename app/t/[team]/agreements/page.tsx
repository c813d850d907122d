import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgreementList } from "@/components/agreements/agreement-list";
import { agreementsHref } from "@/components/agreements/agreement-path";
import { AgreementTable } from "@/components/agreements/agreement-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { readView } from "@/lib/lists/address";
import { AGREEMENT_LIST } from "@/lib/lists/agreements";
import { listAgreements } from "@/lib/services/agreement-list";
import { knownNames } from "@/lib/services/known-names";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";
import { ListMenus } from "../lists/list-menus";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("title") };
}

export default async function AgreementsPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const view = readView(AGREEMENT_LIST, await props.searchParams);
  const [page, names] = await Promise.all([listAgreements(actor, view), knownNames(actor)]);
  const t = await getTranslations("agreements");
  const place = { team, shape: AGREEMENT_LIST, view };
  const add = can(actor, "agreement.record") && (
    <ButtonLink
      href={`${agreementsHref(team)}/new`}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t("record")}
    </ButtonLink>
  );
  if (!page.hasAny) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("list.lead")} />
        <EmptyState sentence={t("list.empty")} action={add} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} actions={add} />
      <AgreementList {...{ place, page, names }} menus={<ListMenus actor={actor} place={place} />}>
        <Panel title={t("list.caption")} flush isTitleSpoken>
          <AgreementTable place={place} rows={page.rows} today={todayFor(actor)} />
        </Panel>
      </AgreementList>
    </>
  );
}
