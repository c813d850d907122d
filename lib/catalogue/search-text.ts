import type { DatasetEntry } from "./entry";

/** Lower case, without accents, every run of other characters one blank. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * The text that a search looks through for one data set: title, other names, accessions, kinds of
 * data and the archive's name, folded as `searchWords` folds a query.
 */
export function searchText(dataset: DatasetEntry, archiveName: string): string {
  const parts = [
    dataset.title,
    dataset.shortTitle,
    ...dataset.aliases,
    ...dataset.identifiers.map((identifier) => identifier.value),
    ...dataset.units.flatMap((unit) => [unit.code, unit.consentCode ?? "", unit.dac ?? ""]),
    ...dataset.modalities,
    archiveName,
    dataset.archive,
  ];
  return folded([...new Set(parts)].join(" "));
}

/** The words of a query; an entry fits when its search text contains every one of them. */
export function searchWords(query: string): string[] {
  return [...new Set(folded(query.slice(0, 200)).split(" "))]
    .filter((word) => word !== "")
    .slice(0, 12);
}
