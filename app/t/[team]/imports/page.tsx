import { IconFileImport, IconPlus } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { importsHref } from "@/components/imports/import-path";
import { ImportTable } from "@/components/imports/import-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { rowQuery } from "@/lib/imports/forms";
import { listImports } from "@/lib/services/imports";
import { requireActor } from "@/lib/session";
import { can } from "@/lib/team/permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage(props: {
  params: Promise<{ team: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { team } = await props.params;
  const actor = await requireActor(team);
  const { after } = rowQuery.parse(await props.searchParams);
  const { imports, next } = await listImports(actor, { before: after });
  const t = await getTranslations("imports");
  const add = can(actor, "import.record") && (
    <ButtonLink href={importsHref(team, "new")} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={imports.length > 0 && add} />
      {imports.length === 0 ? (
        <EmptyState
          icon={<IconFileImport size={28} stroke={1.5} />}
          sentence={t("empty")}
          action={add}
        />
      ) : (
        <Panel title={t("list.caption")} flush>
          <ImportTable team={team} imports={imports} />
        </Panel>
      )}
      {next !== null && (
        <ButtonLink variant="default" mt="md" href={importsHref(team, "", { after: next })}>
          {t("list.older")}
        </ButtonLink>
      )}
    </>
  );
}
