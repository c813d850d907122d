import { useTranslations } from "next-intl";
import { Crumbs } from "@/components/ui/crumbs";
import { ExternalButton, ExternalLink } from "@/components/ui/external-link";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { landingUrl } from "@/lib/catalogue/identifier";
import type { PublicationPage } from "@/lib/services/catalogue-entry";
import { EntryColumns } from "./entry-columns";
import { ConfidenceChip, Source } from "./evidence";
import { FactList } from "./fact-list";
import { HitList } from "./hit-list";

/** The page of a paper, with the data it used. */
export function PublicationEntry({ paper }: { paper: PublicationPage }) {
  const t = useTranslations("catalogue");
  return (
    <>
      <PageHeader
        above={
          <Crumbs
            links={[
              { href: "/catalogue", label: t("title") },
              { href: "/catalogue?view=papers", label: t("views.papers") },
            ]}
          />
        }
        title={paper.title}
        lead={paper.reference}
        actions={
          <ExternalButton href={paper.url} variant="default">
            {t("paper.read")}
          </ExternalButton>
        }
      />
      <EntryColumns facts={<PaperFacts paper={paper} />}>
        <Panel title={t("paper.datasets")} flush>
          <HitList hits={paper.datasets} archiveNames={paper.archiveNames} />
        </Panel>
        {paper.statement && <Panel title={t("paper.statement")}>{paper.statement}</Panel>}
        {paper.unverified.length > 0 && (
          <Panel title={t("unverified.title")} lead={t("unverified.lead")}>
            <FactList facts={paper.unverified} />
          </Panel>
        )}
        {paper.notes.length > 0 && (
          <Panel title={t("notes")}>
            <FactList facts={paper.notes} />
          </Panel>
        )}
      </EntryColumns>
    </>
  );
}

function PaperFacts({ paper }: { paper: PublicationPage }) {
  const t = useTranslations();
  const linked = (["doi", "pmid", "pmcid"] as const).map((scheme) => {
    const value = paper[scheme];
    const url = value ? landingUrl({ scheme, value }) : null;
    return {
      label: t(`terms.identifier.${scheme}`),
      value: url ? <ExternalLink href={url}>{value}</ExternalLink> : value,
    };
  });
  return (
    <Panel title={t("catalogue.facts.title")}>
      <Facts
        facts={[
          { label: t("catalogue.facts.year"), value: paper.year },
          ...linked,
          { label: t("catalogue.evidence.source"), value: <Source source={paper.source} /> },
          {
            label: t("catalogue.evidence.confidence"),
            value: <ConfidenceChip confidence={paper.confidence} />,
          },
        ]}
      />
    </Panel>
  );
}
