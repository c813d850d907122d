import type { Catalogue } from "@/lib/catalogue/entry";
import type { Prisma, PrismaClient } from "@/prisma/client/client";
import { compare } from "./compare";
import { readCatalogue } from "./read";
import { archiveRows, datasetRows, partRows, publicationRows, relationRows } from "./rows";

type Tx = Prisma.TransactionClient;

/** How many rows a load made, changed, and retired or took away. */
export interface LoadResult {
  created: number;
  updated: number;
  retired: number;
}

function count(changes: { create: unknown[]; update: unknown[]; gone: unknown[] }): LoadResult {
  const { create, update, gone } = changes;
  return { created: create.length, updated: update.length, retired: gone.length };
}

async function loadArchives(tx: Tx, catalogue: Catalogue) {
  const changes = compare(await tx.archive.findMany(), archiveRows(catalogue), (row) => row.slug);
  await tx.archive.deleteMany({ where: { slug: { in: changes.gone.map((row) => row.slug) } } });
  await tx.archive.createMany({ data: changes.create });
  for (const data of changes.update) await tx.archive.update({ where: { slug: data.slug }, data });
  return count(changes);
}

async function loadDatasets(tx: Tx, catalogue: Catalogue, now: Date) {
  const rows = await tx.dataset.findMany({ where: { teamId: null } });
  const changes = compare(rows, datasetRows(catalogue), (row) => row.slug);
  const gone = changes.gone.filter((row) => row.retiredAt === null);
  await tx.dataset.createMany({ data: changes.create });
  for (const data of changes.update) await tx.dataset.update({ where: { slug: data.slug }, data });
  await tx.dataset.updateMany({
    where: { slug: { in: gone.map((row) => row.slug) } },
    data: { retiredAt: now },
  });
  return count({ ...changes, gone });
}

async function loadIdentifiers(tx: Tx, rows: ReturnType<typeof partRows>["identifiers"]) {
  type Key = { datasetId: string; scheme: string; value: string };
  const key = ({ datasetId, scheme, value }: Key) => ({ datasetId, scheme, value });
  const changes = compare(await tx.datasetIdentifier.findMany(), rows, (row) =>
    JSON.stringify(key(row)),
  );
  for (const row of changes.gone) {
    await tx.datasetIdentifier.delete({ where: { datasetId_scheme_value: key(row) } });
  }
  await tx.datasetIdentifier.createMany({ data: changes.create });
  for (const data of changes.update) {
    await tx.datasetIdentifier.update({ where: { datasetId_scheme_value: key(data) }, data });
  }
  return count(changes);
}

async function loadUnits(tx: Tx, rows: ReturnType<typeof partRows>["units"], now: Date) {
  const changes = compare(
    await tx.accessUnit.findMany({ where: { teamId: null } }),
    rows,
    (row) => `${row.archive} ${row.code}`,
  );
  const gone = changes.gone.filter((row) => row.retiredAt === null);
  await tx.accessUnit.createMany({ data: changes.create });
  for (const data of changes.update) {
    const { archive, code } = data;
    await tx.accessUnit.updateMany({ where: { archive, code, teamId: null }, data });
  }
  await tx.accessUnit.updateMany({
    where: { id: { in: gone.map((row) => row.id) } },
    data: { retiredAt: now },
  });
  return count({ ...changes, gone });
}

async function loadRelations(tx: Tx, catalogue: Catalogue) {
  type Key = { fromSlug: string; kind: string; toSlug: string };
  const key = ({ fromSlug, kind, toSlug }: Key) => ({ fromSlug, kind, toSlug });
  const changes = compare(await tx.relation.findMany(), relationRows(catalogue), (row) =>
    JSON.stringify(key(row)),
  );
  for (const row of changes.gone) {
    await tx.relation.delete({ where: { fromSlug_kind_toSlug: key(row) } });
  }
  await tx.relation.createMany({ data: changes.create });
  for (const data of changes.update) {
    await tx.relation.update({ where: { fromSlug_kind_toSlug: key(data) }, data });
  }
  return count(changes);
}

async function loadPublications(tx: Tx, catalogue: Catalogue) {
  const wanted = publicationRows(catalogue);
  const papers = compare(await tx.publication.findMany(), wanted.publications, (row) => row.slug);
  type Key = { publicationSlug: string; datasetSlug: string };
  const key = ({ publicationSlug, datasetSlug }: Key) => ({ publicationSlug, datasetSlug });
  const uses = compare(await tx.publicationUse.findMany(), wanted.uses, (row) =>
    JSON.stringify(key(row)),
  );
  for (const row of uses.gone) {
    await tx.publicationUse.delete({ where: { publicationSlug_datasetSlug: key(row) } });
  }
  await tx.publication.deleteMany({ where: { slug: { in: papers.gone.map((row) => row.slug) } } });
  await tx.publication.createMany({ data: papers.create });
  for (const data of papers.update) {
    await tx.publication.update({ where: { slug: data.slug }, data });
  }
  await tx.publicationUse.createMany({ data: uses.create });
  for (const data of uses.update) {
    await tx.publicationUse.update({ where: { publicationSlug_datasetSlug: key(data) }, data });
  }
  return [count(papers), count(uses)];
}

/**
 * Brings the catalogue tables to what the files say, in one transaction; a second run changes
 * nothing. Data sets and access units that left the files stay, marked as retired at `now`, because
 * requests may point to them; links between entries, identifiers, papers and archives go.
 * `owner` must own the tables: the app's own role may only read them.
 */
export async function loadCatalogue(
  owner: PrismaClient,
  { catalogue = readCatalogue(), now = new Date() }: { catalogue?: Catalogue; now?: Date } = {},
): Promise<LoadResult> {
  const results = await owner.$transaction(async (tx) => {
    const first = [await loadArchives(tx, catalogue), await loadDatasets(tx, catalogue, now)];
    const ids = new Map(
      (await tx.dataset.findMany({ select: { id: true, slug: true } })).map((row) => [
        row.slug,
        row.id,
      ]),
    );
    const parts = partRows(catalogue, (slug) => ids.get(slug) ?? "");
    return [
      ...first,
      await loadIdentifiers(tx, parts.identifiers),
      await loadUnits(tx, parts.units, now),
      await loadRelations(tx, catalogue),
      ...(await loadPublications(tx, catalogue)),
    ];
  });
  return results.reduce((sum, one) => ({
    created: sum.created + one.created,
    updated: sum.updated + one.updated,
    retired: sum.retired + one.retired,
  }));
}
