import { z } from "zod";
import { ACCESS_FILTERS } from "./access-class";
import { MODALITIES } from "./entry";

/** Longest query kept from an address, in characters. */
export const LONGEST_QUERY = 200;

// Control characters and the marks that turn the direction of text have no place in a query.
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

const query = z
  .string()
  .transform((text) => text.replace(UNSEEN, " ").trim().slice(0, LONGEST_QUERY))
  .catch("");
const archive = z.string().regex(/^[a-z][a-z-]{1,20}$/);
const licence = z
  .string()
  .max(100)
  .transform((text) => text.replace(UNSEEN, "").trim())
  .pipe(z.string().min(2));
const page = z.coerce.number().int().min(1).max(1_000);

const schema = z.object({
  q: query,
  archive: archive.nullable().catch(null),
  access: z.enum(ACCESS_FILTERS).nullable().catch(null),
  modality: z.enum(MODALITIES).nullable().catch(null),
  licence: licence.nullable().catch(null),
  page: page.catch(1),
});

/** What the catalogue shows; null where a filter is off. Pages count from 1. */
export type CatalogueFilters = z.infer<typeof schema>;

type SearchParams = Record<string, string | string[] | undefined>;

/**
 * Reads the filters from an address. Whatever does not fit counts as not given, and of repeated
 * parameters the first counts; never throws.
 */
export function parseFilters(params: SearchParams): CatalogueFilters {
  const first = (name: string) => [params[name]].flat()[0] || null;
  return schema.parse({
    q: first("q"),
    archive: first("archive"),
    access: first("access"),
    modality: first("modality"),
    licence: first("licence"),
    page: first("page") ?? 1,
  });
}

/** The address's query string for a view, without what is off; empty for the plain list. */
export function filtersToQuery(filters: Partial<CatalogueFilters>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value && !(name === "page" && value === 1)) params.set(name, String(value));
  }
  return params.toString();
}
