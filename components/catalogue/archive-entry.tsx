import { useTranslations } from "next-intl";
import { Crumbs } from "@/components/ui/crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { ExternalButton } from "@/components/ui/external-link";
import { Facts } from "@/components/ui/facts";
import { ButtonLink } from "@/components/ui/links";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { archiveByCode } from "@/lib/archives/index";
import type { ArchivePage } from "@/lib/services/catalogue-entry";
import { archiveGuidePath } from "../archives/archive-guide-path";
import { EntryColumns } from "./entry-columns";
import { ConfidenceChip, Source } from "./evidence";
import { HitList } from "./hit-list";

/** The page of an archive, with its data sets. */
export function ArchiveEntry({ archive }: { archive: ArchivePage }) {
  const t = useTranslations("catalogue");
  return (
    <>
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: "/catalogue", label: t("title") },
              { href: "/catalogue?view=archives", label: t("views.archives") },
            ]}
          />
        }
        title={archive.name}
        lead={archive.note}
        actions={
          <>
            {archiveByCode(archive.code) && (
              <ButtonLink href={archiveGuidePath(archive.code)}>
                {t("archive.guide", { archive: archive.name })}
              </ButtonLink>
            )}
            <ExternalButton href={archive.url} variant="default">
              {t("archive.visit")}
            </ExternalButton>
          </>
        }
      />
      <EntryColumns
        facts={
          <Panel title={t("facts.title")}>
            <Facts
              facts={[
                { label: t("archive.access"), value: archive.access },
                { label: t("archive.operator"), value: archive.operator },
                { label: t("evidence.source"), value: <Source source={archive.source} /> },
                {
                  label: t("evidence.confidence"),
                  value: <ConfidenceChip confidence={archive.confidence} />,
                },
              ]}
            />
          </Panel>
        }
      >
        <Panel title={t("archive.datasets", { count: archive.datasets.length })} flush>
          {archive.datasets.length > 0 ? (
            <HitList hits={archive.datasets} archiveNames={{ [archive.code]: archive.name }} />
          ) : (
            <EmptyState sentence={t("archive.none")} />
          )}
        </Panel>
      </EntryColumns>
    </>
  );
}
