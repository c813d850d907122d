import { z } from "zod";
import { ARCHIVES, archiveByCode } from "../archives/index";
import { type AccessClass, isGated } from "../catalogue/access-class";
import { applyFilters, countFacets, type FacetName, type FacetValue } from "../catalogue/facets";
import type { CatalogueFilters } from "../catalogue/filters";
import type { Identifier } from "../catalogue/identifier";
import { identify } from "../catalogue/identify";
import { searchWords } from "../catalogue/search-text";
import { notFound } from "../errors";
import type { Actor } from "../team/actor";
import { authorise } from "../team/permissions";
import { outsideTeams, type Tx } from "./transaction";

/** How many entries a page of the catalogue shows. */
const PAGE_SIZE = 50;

/** The columns of a data set that a list shows. */
export const HIT = {
  slug: true,
  title: true,
  shortTitle: true,
  archive: true,
  accessClass: true,
  gate: true,
  licence: true,
  modalities: true,
  size: true,
  year: true,
} as const;

/** A data set as a line of a list; `archive` is the archive's code. */
export interface CatalogueHit {
  slug: string;
  title: string;
  shortTitle: string;
  archive: string;
  accessClass: AccessClass;
  gate: string;
  licence: string | null;
  modalities: string[];
  size: string | null;
  year: string | null;
}

export interface PaperHit {
  slug: string;
  title: string;
  reference: string;
}

export interface ArchiveHit {
  slug: string;
  code: string;
  name: string;
  operator: string;
  access: string;
}

export interface CatalogueResult {
  hits: CatalogueHit[];
  /** All entries that fit, over all pages. */
  total: number;
  page: number;
  pages: number;
  facets: Record<FacetName, FacetValue[]>;
  papers: PaperHit[];
  archives: ArchiveHit[];
  /** Names of all archives by code, for lines and filters. */
  archiveNames: Record<string, string>;
  /** What the query was recognised as; such entries come first. */
  identifiers: Identifier[];
  /** The slugs of the entries that carry one of them. */
  exact: string[];
}

/**
 * Searches data sets, papers and archives. An accession or DOI in any accepted spelling finds its
 * entry, listed first; otherwise every word of the query must occur. Filters apply to data sets.
 */
export async function searchCatalogue(
  actor: Actor,
  filters: CatalogueFilters,
): Promise<CatalogueResult> {
  authorise(actor, "catalogue.read");
  const identifiers = identify(filters.q);
  const words = searchWords(filters.q);
  return outsideTeams(actor, async (tx) => {
    const exact = await findByIdentifier(tx, identifiers);
    const found = await findDatasets(tx, exact, words);
    const fitting = applyFilters(found, filters).sort(
      (a, b) => Number(exact.has(b.id)) - Number(exact.has(a.id)),
    );
    const pages = Math.max(1, Math.ceil(fitting.length / PAGE_SIZE));
    const page = Math.min(filters.page, pages);
    const shown = fitting.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ id }) => id);
    const archives = await tx.archive.findMany({
      orderBy: { name: "asc" },
      select: { slug: true, code: true, name: true, operator: true, access: true },
    });
    return {
      hits: await readHits(tx, shown),
      total: fitting.length,
      page,
      pages,
      facets: countFacets(found, filters),
      papers: await findPapers(tx, identifiers, words),
      archives: archives.filter((archive) => {
        const text = `${archive.name} ${archive.code} ${archive.operator}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
      archiveNames: Object.fromEntries(archives.map(({ code, name }) => [code, name])),
      identifiers,
      exact: fitting.filter(({ id }) => exact.has(id)).map(({ slug }) => slug),
    };
  });
}

/** The data sets that carry one of the identifiers, or have an access unit with that code. */
async function findByIdentifier(tx: Tx, identifiers: Identifier[]): Promise<Set<string>> {
  if (identifiers.length === 0) return new Set();
  const named = await tx.datasetIdentifier.findMany({
    where: { OR: identifiers.map(({ scheme, value }) => ({ scheme, value })) },
    select: { datasetId: true },
  });
  const units = await tx.accessUnit.findMany({
    where: { code: { in: identifiers.map(({ value }) => value) }, retiredAt: null },
    select: { datasetId: true },
  });
  return new Set([...named, ...units].map(({ datasetId }) => datasetId));
}

function findDatasets(tx: Tx, exact: Set<string>, words: string[]) {
  // An empty AND within an OR fits nothing, so an empty query must not come here.
  const byWords = { AND: words.map((word) => ({ searchText: { contains: word } })) };
  const query = words.length > 0 ? { OR: [{ id: { in: [...exact] } }, byWords] } : {};
  return tx.dataset.findMany({
    where: { ...query, retiredAt: null },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      archive: true,
      accessClass: true,
      licence: true,
      modalities: true,
    },
  });
}

async function readHits(tx: Tx, ids: string[]): Promise<CatalogueHit[]> {
  const rows = await tx.dataset.findMany({
    where: { id: { in: ids } },
    select: { ...HIT, id: true },
  });
  const byId = new Map(rows.map(({ id, ...hit }) => [id, hit]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function findPapers(tx: Tx, identifiers: Identifier[], words: string[]): Promise<PaperHit[]> {
  const byWords = {
    AND: words.map((word) => ({
      OR: [
        { title: { contains: word, mode: "insensitive" as const } },
        { reference: { contains: word, mode: "insensitive" as const } },
      ],
    })),
  };
  const byIdentifier = identifiers.flatMap(({ scheme, value }) =>
    scheme === "doi" || scheme === "pmid" || scheme === "pmcid" ? [{ [scheme]: value }] : [],
  );
  return tx.publication.findMany({
    where: words.length > 0 ? { OR: [byWords, ...byIdentifier] } : {},
    orderBy: [{ year: "desc" }, { title: "asc" }],
    take: PAGE_SIZE,
    select: { slug: true, title: true, reference: true },
  });
}

const UNIT = {
  id: true,
  archive: true,
  code: true,
  label: true,
  version: true,
  consentCode: true,
  dac: true,
  accessClass: true,
  policy: true,
  isLatest: true,
  landingUrl: true,
  dataset: { select: { slug: true, title: true, shortTitle: true, archive: true } },
} as const;

/** What one can ask for, with the data set it belongs to. */
export interface CatalogueUnit {
  id: string;
  archive: string;
  code: string;
  label: string;
  version: string | null;
  consentCode: string | null;
  dac: string | null;
  accessClass: AccessClass;
  policy: string | null;
  isLatest: boolean;
  landingUrl: string;
  dataset: { slug: string; title: string; shortTitle: string; archive: string };
}

/** One access unit that can be asked for today. Throws NOT_FOUND for any other id. */
export async function getUnit(actor: Actor, id: string): Promise<CatalogueUnit> {
  authorise(actor, "catalogue.read");
  return outsideTeams(actor, (tx) => readUnit(tx, id));
}

async function readUnit(tx: Tx, id: string): Promise<CatalogueUnit> {
  const unit = z.uuid().safeParse(id).success
    ? await tx.accessUnit.findFirst({ where: { id, retiredAt: null }, select: UNIT })
    : null;
  if (!unit) throw notFound("access unit");
  return unit;
}

/** Every unit that somebody must ask for, at the archives that agreements are made with, by title. */
export async function listGatedUnits(actor: Actor): Promise<CatalogueUnit[]> {
  authorise(actor, "catalogue.read");
  const units = await outsideTeams(actor, (tx) =>
    tx.accessUnit.findMany({
      where: { archive: { in: ARCHIVES.map(({ code }) => code) }, retiredAt: null },
      orderBy: [{ dataset: { title: "asc" } }, { code: "asc" }],
      select: UNIT,
    }),
  );
  return units.filter(({ accessClass }) => isGated(accessClass));
}

/**
 * The units that may stand in one request with this one, itself first, by the rule of its archive;
 * then those of the same data set, then by title. Throws NOT_FOUND for an unknown unit, and for one that nobody has to ask for.
 */
export async function listUnitsForRequest(actor: Actor, unitId: string): Promise<CatalogueUnit[]> {
  authorise(actor, "catalogue.read");
  return outsideTeams(actor, async (tx) => {
    const unit = await readUnit(tx, unitId);
    if (!isGated(unit.accessClass)) throw notFound("access unit");
    const archive = archiveByCode(unit.archive);
    if (!archive) return [unit];
    const others = await tx.accessUnit.findMany({
      where: { archive: unit.archive, retiredAt: null, id: { not: unit.id } },
      orderBy: [{ dataset: { title: "asc" } }, { code: "asc" }],
      select: UNIT,
    });
    const together = others.filter(
      (other) =>
        isGated(other.accessClass) &&
        archive.sharesRequest(unit, other) &&
        archive.lifecycleOf(unit) === archive.lifecycleOf(other),
    );
    const isSibling = (other: CatalogueUnit) => other.dataset.slug === unit.dataset.slug;
    return [unit, ...together.filter(isSibling), ...together.filter((other) => !isSibling(other))];
  });
}
