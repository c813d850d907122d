import { IconPlus, IconPuzzle } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { purposeHref } from "@/components/fit/fit-path";
import { FitResults } from "@/components/fit/fit-results";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { ARCHIVES } from "@/lib/archives/index";
import { fitFilter } from "@/lib/data-use/fit-filter";
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
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={write} />
      <FitResults
        team={team}
        list={list}
        filter={filter}
        purposes={purposes}
        archives={ARCHIVES}
        canWrite={canWrite}
      />
    </>
  );
}
