import { IconSearchOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ExternalLink } from "@/components/ui/external-link";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { StatusChip } from "@/components/ui/status-chip";
import { landingUrl } from "@/lib/catalogue/identifier";
import type { ArchiveHit, CatalogueResult } from "@/lib/services/catalogue";
import classes from "./catalogue-list.module.css";
import type { View } from "./catalogue-views";
import { HitList } from "./hit-list";
import { PaperList } from "./paper-list";

/** What a search found, in the view asked for. */
export function CatalogueList(props: { view: View; result: CatalogueResult; clearHref: string }) {
  const { result, view } = props;
  const count = { datasets: result.total, papers: result.papers, archives: result.archives }[view];
  if (count === 0 || (Array.isArray(count) && count.length === 0)) return <Nothing {...props} />;
  if (view === "papers") {
    return (
      <div className={classes.inset}>
        <PaperList papers={result.papers} />
      </div>
    );
  }
  if (view === "archives") return <ArchiveList archives={result.archives} />;
  return (
    <HitList
      hits={result.hits}
      archiveNames={result.archiveNames}
      remark={({ slug }) => result.exact.includes(slug) && <ExactMatch />}
    />
  );
}

function ExactMatch() {
  const t = useTranslations("catalogue");
  return (
    <p className={classes.exact}>
      <StatusChip label={t("exactMatch")} tone="brand" />
    </p>
  );
}

function ArchiveList({ archives }: { archives: readonly ArchiveHit[] }) {
  return (
    <ul className={classes.archives}>
      {archives.map((archive) => (
        <li key={archive.slug}>
          <TextLink href={`/catalogue/${archive.slug}`} fw={600}>
            {archive.name}
          </TextLink>
          <span className={classes.operator}>{archive.operator}</span>
          <span>{archive.access}</span>
        </li>
      ))}
    </ul>
  );
}

/** Nothing found: a way back, and for an accession we do not list, its own archive. */
function Nothing(props: { result: CatalogueResult; clearHref: string }) {
  const t = useTranslations("catalogue.nothing");
  const links = props.result.identifiers.flatMap((identifier) => {
    const url = landingUrl(identifier);
    return url ? [{ url, value: identifier.value }] : [];
  });
  const [first] = links;
  return (
    <EmptyState
      icon={<IconSearchOff size={28} stroke={1.5} />}
      sentence={
        first ? (
          <>
            {t("unlisted", { identifier: first.value })}{" "}
            <ExternalLink href={first.url}>{t("lookThere")}</ExternalLink>
          </>
        ) : (
          t("sentence")
        )
      }
      action={
        <ButtonLink href={props.clearHref} variant="default">
          {t("clear")}
        </ButtonLink>
      }
    />
  );
}
