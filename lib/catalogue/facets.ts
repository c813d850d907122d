import { type AccessClass, isGated } from "./access-class";
import type { CatalogueFilters } from "./filters";

/** What the filters look at in an entry. */
export interface FilterableEntry {
  archive: string;
  accessClass: AccessClass;
  licence: string | null;
  modalities: readonly string[];
}

const FACETS = {
  archive: (entry: FilterableEntry) => [entry.archive],
  access: ({ accessClass }: FilterableEntry) =>
    isGated(accessClass) ? [accessClass, "gated"] : [accessClass],
  modality: (entry: FilterableEntry) => entry.modalities,
  licence: (entry: FilterableEntry) => (entry.licence === null ? [] : [entry.licence]),
} as const;

export type FacetName = keyof typeof FACETS;
const NAMES = Object.keys(FACETS) as FacetName[];

/** A value of a filter and how many entries one gets by choosing it. */
export interface FacetValue {
  value: string;
  count: number;
}

function fits(entry: FilterableEntry, filters: CatalogueFilters, except?: FacetName): boolean {
  return NAMES.every((name) => {
    const wanted = filters[name];
    return (
      name === except ||
      wanted === null ||
      (FACETS[name](entry) as readonly string[]).includes(wanted)
    );
  });
}

/** The entries that pass every filter, in the order given. */
export function applyFilters<E extends FilterableEntry>(
  entries: readonly E[],
  filters: CatalogueFilters,
): E[] {
  return entries.filter((entry) => fits(entry, filters));
}

/**
 * For each filter its values with their counts, by name. A count respects the other filters but
 * not its own, so that it is what one would see after choosing that value. A chosen value stays in
 * the list even where nothing is left of it.
 */
export function countFacets(
  entries: readonly FilterableEntry[],
  filters: CatalogueFilters,
): Record<FacetName, FacetValue[]> {
  return {
    archive: count(entries, filters, "archive"),
    access: count(entries, filters, "access"),
    modality: count(entries, filters, "modality"),
    licence: count(entries, filters, "licence"),
  };
}

function count(
  entries: readonly FilterableEntry[],
  filters: CatalogueFilters,
  name: FacetName,
): FacetValue[] {
  const counts = new Map<string, number>();
  const chosen = filters[name];
  if (chosen !== null) counts.set(chosen, 0);
  for (const entry of entries) {
    if (!fits(entry, filters, name)) continue;
    for (const value of FACETS[name](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, n]) => ({ value, count: n }))
    .sort((a, b) => a.value.localeCompare(b.value, "en"));
}
