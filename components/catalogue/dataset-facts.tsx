import { useTranslations } from "next-intl";
import { ExternalLink } from "@/components/ui/external-link";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { IDENTIFIER_SCHEMES, schemeLabelKey } from "@/lib/catalogue/identifier";
import type { DatasetPage } from "@/lib/services/catalogue-entry";
import classes from "./dataset-facts.module.css";
import { ConfidenceChip, Source } from "./evidence";

/** Size, licence, identifiers and where the entry comes from. */
export function DatasetFacts({ dataset }: { dataset: DatasetPage }) {
  const t = useTranslations("catalogue");
  const { licence, licenceUrl } = dataset;
  return (
    <>
      <Panel title={t("facts.title")}>
        <Facts
          facts={[
            { label: t("facts.modality"), value: dataset.modalities.join(", ") },
            { label: t("facts.size"), value: dataset.size },
            { label: t("facts.year"), value: dataset.year },
            {
              label: t("facts.licence"),
              value:
                licence && licenceUrl ? (
                  <ExternalLink href={licenceUrl}>{licence}</ExternalLink>
                ) : (
                  (licence ?? t("facts.noLicence"))
                ),
            },
          ]}
        />
      </Panel>
      <Identifiers dataset={dataset} />
      <Panel title={t("evidence.title")}>
        <Facts
          facts={[
            { label: t("evidence.source"), value: <Source source={dataset.source} /> },
            {
              label: t("evidence.confidence"),
              value: <ConfidenceChip confidence={dataset.confidence} />,
            },
          ]}
        />
      </Panel>
    </>
  );
}

/** The accessions, each linked to its public page. Addresses only serve the search. */
function Identifiers({ dataset }: { dataset: DatasetPage }) {
  const t = useTranslations();
  const shown = IDENTIFIER_SCHEMES.filter((scheme) => scheme !== "url").flatMap((scheme) => {
    const own = dataset.identifiers.filter((identifier) => identifier.scheme === scheme);
    return own.length > 0 ? [{ scheme, own }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Panel title={t("catalogue.facts.identifiers")}>
      <Facts
        facts={shown.map(({ scheme, own }) => ({
          label: t(schemeLabelKey(scheme)),
          value: (
            <ul className={classes.identifiers}>
              {own.map(({ value, url }) => (
                <li key={value}>{url ? <ExternalLink href={url}>{value}</ExternalLink> : value}</li>
              ))}
            </ul>
          ),
        }))}
      />
    </Panel>
  );
}
