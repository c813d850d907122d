import { IconPencil, IconPlus, IconPuzzle } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FitFilters } from "@/components/fit/fit-filter";
import { fitHref, purposeHref } from "@/components/fit/fit-path";
import { FitTable } from "@/components/fit/fit-table";
import { PurposeSummary } from "@/components/fit/purpose-summary";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { ARCHIVES } from "@/lib/archives/index";
import { fitFilter } from "@/lib/data-use/fit-filter";
import { fieldsOf } from "@/lib/data-use/purpose";
import { fitOfUnits } from "@/lib/services/fit";
import { listPurposes } from "@/lib/services/purposes";
import { orNotFound, requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fit"))("title") };
}

export default async function FitPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const asked = fitFilter.parse(await props.searchParams);
  const purposes = await listPurposes(actor);
  const t = await getTranslations("fit");
  const canWrite = can(actor, "purpose.record");
  const write = canWrite && (
    <ButtonLink href={purposeHref(team, "new")} leftSection={<IconPlus size={18} aria-hidden />}>
      {t("write")}
    </ButtonLink>
  );
  const chosen = asked.purpose ?? purposes[0]?.id;
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title={t("title")} lead={t("lead")} />
        <EmptyState
          icon={<IconPuzzle size={28} stroke={1.5} />}
          sentence={t(canWrite ? "empty" : "emptyReader")}
          action={write}
        />
      </>
    );
  }
  const filter = { ...asked, purpose: chosen };
  const list = await orNotFound(fitOfUnits(actor, { purposeId: chosen, filter }));
  const { purpose } = list;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={write} />
      <FitFilters
        team={team}
        filter={filter}
        purposes={purposes}
        archives={ARCHIVES}
        counts={list.counts}
      />
      {list.units.length === 0 ? (
        <EmptyState
          sentence={t("none")}
          action={
            <ButtonLink variant="default" href={fitHref(team, { purpose: chosen })}>
              {t("showAll")}
            </ButtonLink>
          }
        />
      ) : (
        <Panel title={t("caption")} flush>
          <FitTable units={list.units} />
        </Panel>
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => fitHref(team, { ...filter, page })}
      />
      <Panel
        title={purpose.name}
        actions={
          canWrite && (
            <ButtonLink
              href={purposeHref(team, purpose.id)}
              variant="default"
              size="xs"
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              {t("purpose.edit")}
            </ButtonLink>
          )
        }
      >
        <PurposeSummary purpose={fieldsOf(purpose.name, purpose.statements)} />
      </Panel>
    </>
  );
}
