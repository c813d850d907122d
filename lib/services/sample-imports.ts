import type { PrismaClient } from "@/prisma/client/client";
import type { Member } from "../team/actor";

/** For tests: a team's own data set with its unit, and an import with a row. */
export async function sampleImports(client: PrismaClient, lead: Member, on: Date) {
  const { teamId } = lead;
  const source = "https://example.org";
  const about = { teamId, archive: "ega", accessClass: "controlled", landingUrl: source } as const;
  const dataset = await client.dataset.create({
    data: {
      ...{ ...about, slug: `own-${teamId}`, title: "Own", shortTitle: "Own", summary: "" },
      ...{ gate: "EGA", source, confidence: "low", searchText: "own" },
    },
  });
  const unit = await client.accessUnit.create({
    data: { ...about, datasetId: dataset.id, code: "EGAD50000000001", label: "Own" },
  });
  await client.team.update({ where: { id: teamId }, data: { lastImportNumber: 1 } });
  const made = await client.import.create({
    data: {
      ...{ teamId, number: 1, kind: "ega_permissions", name: "Sample", state: "preview" },
      ...{ sourceSha256: "0".repeat(64), seenOn: on, createdBy: lead.name, createdAt: lead.now },
    },
  });
  const row = await client.importRow.create({
    data: { teamId, importId: made.id, position: 1, at: "line 1", source: {}, state: "refused" },
  });
  return { ownUnitId: unit.id, importId: made.id, importRowId: row.id };
}
