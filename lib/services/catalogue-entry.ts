import { notFound } from "../errors";
import type { Actor } from "../team/actor";
import { authorise } from "../team/permissions";
import { HIT } from "./catalogue";
import { outsideTeams, type Tx } from "./transaction";

// PostgreSQL refuses some characters outright; such an address is simply no entry.
const SLUG = /^[a-z0-9-]{1,120}$/;
const RELATED = { slug: true, title: true, archive: true, accessClass: true } as const;
const LINK = { kind: true, note: true, source: true, confidence: true } as const;

/** A page of the catalogue: a data set, an archive or a paper with all that its page shows. */
export type CatalogueEntry = DatasetPage | ArchivePage | PublicationPage;
export type DatasetPage = { kind: "dataset" } & NonNullable<
  Awaited<ReturnType<typeof readDataset>>
>;
export type ArchivePage = { kind: "archive" } & NonNullable<
  Awaited<ReturnType<typeof readArchive>>
>;
export type PublicationPage = { kind: "publication" } & NonNullable<
  Awaited<ReturnType<typeof readPublication>>
>;

/**
 * The entry with this slug. A data set that has left the catalogue is still shown, with
 * `retiredAt`, because requests may point to it. Throws NOT_FOUND for an unknown slug.
 */
export async function getEntry(actor: Actor, slug: string): Promise<CatalogueEntry> {
  authorise(actor, "catalogue.read");
  if (!SLUG.test(slug)) throw notFound("entry in the catalogue");
  return outsideTeams(actor, async (tx) => {
    const dataset = await readDataset(tx, slug);
    if (dataset) return { kind: "dataset", ...dataset };
    const archive = await readArchive(tx, slug);
    if (archive) return { kind: "archive", ...archive };
    const publication = await readPublication(tx, slug);
    if (publication) return { kind: "publication", ...publication };
    throw notFound("entry in the catalogue");
  });
}

/** The catalogue's entry of an archive, by the archive's code; null where it has none. */
export async function findArchiveEntry(
  actor: Actor,
  code: string,
): Promise<{ slug: string; access: string; operator: string } | null> {
  authorise(actor, "catalogue.read");
  return outsideTeams(actor, (tx) =>
    tx.archive.findFirst({ where: { code }, select: { slug: true, access: true, operator: true } }),
  );
}

async function readDataset(tx: Tx, slug: string) {
  const found = await tx.dataset.findUnique({
    where: { slug },
    select: {
      ...HIT,
      summary: true,
      licenceUrl: true,
      landingUrl: true,
      gotchas: true,
      notes: true,
      source: true,
      confidence: true,
      unverified: true,
      retiredAt: true,
      identifiers: { orderBy: [{ scheme: "asc" }, { value: "asc" }] },
      units: { where: { retiredAt: null }, orderBy: [{ isLatest: "desc" }, { code: "asc" }] },
      relations: { select: { ...LINK, to: { select: RELATED } }, orderBy: { kind: "asc" } },
      relatedFrom: { select: { ...LINK, from: { select: RELATED } }, orderBy: { kind: "asc" } },
      uses: {
        select: {
          note: true,
          publication: { select: { slug: true, title: true, reference: true } },
        },
        orderBy: { publication: { year: "desc" } },
      },
    },
  });
  if (!found) return null;
  const { relations, relatedFrom, uses, ...dataset } = found;
  const archives = await tx.archive.findMany({ select: { slug: true, code: true, name: true } });
  return {
    ...dataset,
    archives: Object.fromEntries(archives.map(({ code, ...archive }) => [code, archive])),
    relations: [
      ...relations.map(({ to: other, ...link }) => ({ ...link, end: "from" as const, other })),
      ...relatedFrom.map(({ from: other, ...link }) => ({ ...link, end: "to" as const, other })),
    ],
    papers: uses.map(({ note, publication }) => ({ ...publication, note })),
  };
}

async function readArchive(tx: Tx, slug: string) {
  const archive = await tx.archive.findUnique({ where: { slug } });
  if (!archive) return null;
  const datasets = await tx.dataset.findMany({
    where: { archive: archive.code, retiredAt: null },
    orderBy: { title: "asc" },
    select: HIT,
  });
  return { ...archive, datasets };
}

async function readPublication(tx: Tx, slug: string) {
  const found = await tx.publication.findUnique({
    where: { slug },
    include: { uses: { select: { note: true, dataset: { select: HIT } } } },
  });
  if (!found) return null;
  const { uses, ...publication } = found;
  const archives = await tx.archive.findMany({ select: { code: true, name: true } });
  return {
    ...publication,
    archiveNames: Object.fromEntries(archives.map(({ code, name }) => [code, name])),
    datasets: uses.map(({ dataset, note }) => ({ ...dataset, note })),
  };
}
