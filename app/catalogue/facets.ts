import { getTranslations } from "next-intl/server";
import type { Facet } from "@/components/catalogue/catalogue-search";
import { ACCESS_CLASSES, accessClassLabelKey } from "@/lib/catalogue/access-class";
import type { CatalogueFilters } from "@/lib/catalogue/filters";
import type { CatalogueResult } from "@/lib/services/catalogue";

const NAMES = ["archive", "access", "modality", "licence"] as const;

/** The filters with their values in words. Whatever has a gate comes first, then the access classes from open to controlled. */
export async function facetsOf(
  { facets, archiveNames }: CatalogueResult,
  filters: CatalogueFilters,
): Promise<Facet[]> {
  const t = await getTranslations();
  const word = (name: (typeof NAMES)[number], value: string) => {
    if (name === "archive") return archiveNames[value] ?? value;
    if (name === "access" && value === "gated") return t("catalogue.search.gated");
    const accessClass = ACCESS_CLASSES.find((known) => known === value);
    return name === "access" && accessClass ? t(accessClassLabelKey(accessClass)) : value;
  };
  const classes: readonly string[] = ACCESS_CLASSES;
  return NAMES.map((name) => ({
    name,
    value: filters[name] ?? "",
    options: facets[name]
      .toSorted((a, b) => classes.indexOf(a.value) - classes.indexOf(b.value))
      .map(({ value, count }) => ({ value, label: `${word(name, value)} (${count})` })),
  }));
}
