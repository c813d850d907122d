import { beforeAll, expect, it } from "vitest";
import { loadCatalogue } from "@/prisma/catalogue/load";
import type { PrismaClient } from "@/prisma/client/client";
import { connect, setDb } from "../db";
import { freshDatabase } from "../launch/test-database";
import type { Member } from "../team/actor";
import { getImport, listImportRows } from "./imports";
import { sampleImporting } from "./sample-importing";
import { sampleTeams } from "./sample-requests";

let superuser: PrismaClient;
let lead: Member;

beforeAll(async () => {
  const database = await freshDatabase();
  superuser = connect(database.superuserUrl, { max: 2 });
  setDb(connect(database.appUrl, { max: 10 }));
  await loadCatalogue(superuser);
  ({ lead } = await sampleTeams(superuser));
});

/** A report of 500 projects with 100 requests each; every fifth is of no status that is known. */
function largeReport(): string {
  const projects = Array.from({ length: 500 }, (_, project) => ({
    ...{ Project_id: 10_000 + project, Project_closed: "no" },
    studies: [
      {
        ...{ study_name: "GTEx", study_accession: "phs000424" },
        requests: Array.from({ length: 100 }, (__, at) => ({
          ...{ DAC_abbrev: "NHGRI", consent_abbrev: "GRU", consent_code: 1 + at },
          ...{ DAR: 100_000 + project * 100 + at, current_version: 1 },
          ...{ current_DAR_status: at % 5 === 0 ? "?" : "rejected", was_approved: "no" },
        })),
      },
    ],
  }));
  return JSON.stringify(projects);
}

it("reads 50 000 lines, accounts for every one of them, within 350 MB", async () => {
  const { read, rowsOf, dump } = sampleImporting(superuser, lead);
  const before = await dump();
  const { rss } = process.memoryUsage();
  const id = await read("dbgap_report", largeReport());
  expect(process.memoryUsage().rss - rss).toBeLessThan(350 * 1024 * 1024);
  const { counts, state } = await getImport(lead, 1);
  expect(state).toBe("preview");
  expect(counts.changes + counts.refused + counts.unchanged).toBe(50_000);
  expect(counts.refused).toBe(10_000);
  expect((await rowsOf(id, "refused"))[0]?.reason).toMatch(/“\?” is none/);
  const last = await listImportRows(lead, { importId: id, show: "refused", after: 49_998 });
  expect(last.rows.map(({ position }) => position)).toEqual([49_999, 50_000]);
  expect(await dump()).toBe(before);
}, 120_000);
