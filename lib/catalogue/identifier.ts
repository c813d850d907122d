import { type ArchiveIdentifier, archiveLandingUrl } from "@/lib/archives/identifiers";

/** Every kind of identifier the catalogue knows. */
export const IDENTIFIER_SCHEMES = [
  "dbgap",
  "ega",
  "ega_listing",
  "physionet",
  "doi",
  "mendeley",
  "kaggle",
  "geo",
  "arxiv",
  "pmid",
  "pmcid",
  "url",
] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

type OtherScheme = Exclude<IdentifierScheme, ArchiveIdentifier["scheme"]>;

/** An identifier in its one canonical spelling: DOIs in lower case, EGA and GEO in upper case. */
export type Identifier = ArchiveIdentifier | { scheme: OtherScheme; value: string };

const PAGES: Record<Exclude<OtherScheme, "url">, (value: string) => string> = {
  doi: (value) => `https://doi.org/${value}`,
  mendeley: (value) => `https://data.mendeley.com/datasets/${value}`,
  kaggle: (value) => `https://www.kaggle.com/datasets/${value}`,
  geo: (value) => `https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=${value}`,
  arxiv: (value) => `https://arxiv.org/abs/${value}`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  pmcid: (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`,
};

/**
 * The public page of an identifier. Null for what has none: an EGA sample, or a `url`, which only
 * serves to find an entry by its address (the entry's own landing page is the link to show).
 */
export function landingUrl(identifier: Identifier): string | null {
  switch (identifier.scheme) {
    case "dbgap":
    case "ega":
    case "ega_listing":
    case "physionet":
      return archiveLandingUrl(identifier);
    case "url":
      return null;
    default:
      return PAGES[identifier.scheme](identifier.value);
  }
}

/** The message that names a scheme. */
export function schemeLabelKey<S extends IdentifierScheme>(scheme: S) {
  return `terms.identifier.${scheme}` as const;
}
