import type { Catalogue, DatasetEntry, UnitEntry } from "@/lib/catalogue/entry";
import { landingUrl } from "@/lib/catalogue/identifier";
import { searchText } from "@/lib/catalogue/search-text";
import { dayToColumn } from "@/lib/dates/day";

function datasetRow(dataset: DatasetEntry, archiveName: string) {
  const { aliases, identifiers, units, licence, licenceUrl, size, year, ...rest } = dataset;
  return {
    ...rest,
    licence: licence ?? null,
    licenceUrl: licenceUrl ?? null,
    size: size ?? null,
    year: year ?? null,
    searchText: searchText(dataset, archiveName),
    retiredAt: null,
  };
}

function unitRow(unit: UnitEntry, archive: string, datasetId: string) {
  const { version, consentCode, dac, policy, deprecatedOn, embargoUntil, ...rest } = unit;
  return {
    ...rest,
    datasetId,
    archive,
    version: version ?? null,
    consentCode: consentCode ?? null,
    dac: dac ?? null,
    policy: policy ?? null,
    deprecatedOn: deprecatedOn === undefined ? null : dayToColumn(deprecatedOn),
    embargoUntil: embargoUntil === undefined ? null : dayToColumn(embargoUntil),
    retiredAt: null,
  };
}

/** The rows of Archive. */
export function archiveRows({ archives }: Catalogue) {
  return archives.map((archive) => ({ ...archive, note: archive.note ?? null }));
}

/** The rows of Dataset, without their ids, which the database gives. */
export function datasetRows({ archives, datasets }: Catalogue) {
  const names = new Map(archives.map((archive) => [archive.code, archive.name]));
  return datasets.map((dataset) => datasetRow(dataset, names.get(dataset.archive) ?? ""));
}

/** The rows of DatasetIdentifier and AccessUnit, given each data set's id by its slug. */
export function partRows({ datasets }: Catalogue, idOf: (slug: string) => string) {
  return {
    identifiers: datasets.flatMap((dataset) =>
      dataset.identifiers.map((identifier) => ({
        datasetId: idOf(dataset.slug),
        ...identifier,
        url: landingUrl(identifier),
      })),
    ),
    units: datasets.flatMap((dataset) =>
      dataset.units.map((unit) => unitRow(unit, dataset.archive, idOf(dataset.slug))),
    ),
  };
}

/** The rows of Relation. */
export function relationRows({ relations }: Catalogue) {
  return relations.map(({ from, to, note, ...rest }) => ({
    ...rest,
    fromSlug: from,
    toSlug: to,
    note: note ?? null,
  }));
}

/** The rows of Publication and PublicationUse. */
export function publicationRows({ publications }: Catalogue) {
  return {
    publications: publications.map(({ uses, doi, pmid, pmcid, statement, ...rest }) => ({
      ...rest,
      doi: doi ?? null,
      pmid: pmid ?? null,
      pmcid: pmcid ?? null,
      statement: statement ?? null,
    })),
    uses: publications.flatMap((publication) =>
      publication.uses.map((use) => ({
        publicationSlug: publication.slug,
        datasetSlug: use.dataset,
        note: use.note,
      })),
    ),
  };
}
