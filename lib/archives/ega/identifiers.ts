/**
 * EGA accessions: `EGA`, one letter (S study, D data set, C committee, P policy, N sample, F file,
 * X experiment, R run, Z analysis, B submission, W user) and eleven digits. The digits need not
 * begin with zeros: federated nodes have ranges of their own.
 * Source: https://registry.identifiers.org/registry/ega.dataset and https://ega-archive.org/
 */
export interface EgaIdentifier {
  scheme: "ega";
  value: string;
}

/** EGA's listing of a dbGaP study. Nothing can be applied for there. */
export interface EgaListing {
  scheme: "ega_listing";
  /** A bare dbGaP study, `phs000821`. */
  value: string;
}

const ACCESSION = /(?<![a-z0-9])ega[sdcpnfxrzbw]\d{11}(?![a-z0-9])/gi;
const LISTING = /(?:ega-archive\.org|ebi\.ac\.uk\/ega)\/studies\/(phs\d{6})(?!\d)/gi;

const PAGES: Record<string, string> = { S: "studies", D: "datasets", C: "dacs" };

/** Finds every EGA accession, and every EGA address of a dbGaP study, in a text; never throws. */
export function readEgaIdentifiers(text: string): (EgaIdentifier | EgaListing)[] {
  const accessions = [...text.matchAll(ACCESSION)].map(
    ([value]) => ({ scheme: "ega", value: value.toUpperCase() }) as const,
  );
  const listings = [...text.matchAll(LISTING)].map(
    ([, study = ""]) => ({ scheme: "ega_listing", value: study.toLowerCase() }) as const,
  );
  return [...accessions, ...listings];
}

/** The public page of a study, data set, committee or listing; null for what has none. */
export function egaLandingUrl({ scheme, value }: EgaIdentifier | EgaListing): string | null {
  const page = scheme === "ega_listing" ? "studies" : PAGES[value.charAt(3)];
  return page ? `https://ega-archive.org/${page}/${value}` : null;
}
