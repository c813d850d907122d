import { IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { agreementsHref } from "@/components/agreements/agreement-path";
import { AgreementTable } from "@/components/agreements/agreement-table";
import { ArchiveLinks } from "@/components/agreements/archive-links";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { agreementFilter } from "@/lib/agreements/filter";
import { listAgreements } from "@/lib/services/agreements";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";
import { todayFor } from "@/lib/team/today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("title") };
}

export default async function AgreementsPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const filter = agreementFilter.parse(await props.searchParams);
  const { rows, next, total } = await listAgreements(actor, filter);
  const t = await getTranslations("agreements");
  const add = can(actor, "agreement.record") && (
    <ButtonLink
      href={`${agreementsHref(team)}/new`}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t("record")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} actions={total > 0 && add} />
      {total === 0 ? (
        <EmptyState sentence={t("list.empty")} action={add} />
      ) : (
        <>
          <ArchiveLinks team={team} archive={filter.archive} />
          {rows.length === 0 ? (
            <EmptyState sentence={t("list.none")} />
          ) : (
            <Panel title={t("list.caption")} flush>
              <AgreementTable team={team} rows={rows} today={todayFor(actor)} />
            </Panel>
          )}
          {next && (
            <ButtonLink
              variant="default"
              mt="md"
              href={agreementsHref(team, { archive: filter.archive, after: next })}
            >
              {t("list.next")}
            </ButtonLink>
          )}
        </>
      )}
    </>
  );
}
