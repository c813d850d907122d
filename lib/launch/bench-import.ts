import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { utils, write } from "@e965/xlsx";
import pg from "pg";
import { day } from "@/lib/dates/day";
import { connect, setDb } from "@/lib/db";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { lookAtSheets, previewSheet } from "@/lib/services/sheet-import";
import type { Member } from "@/lib/team/actor";
import { migrate } from "@/prisma/migrate";

// `npm run bench:import`: the time and the memory that the preview of a spreadsheet of 50 000 rows takes
// beside PostgreSQL, from its bytes to the last row written. The last line is the answer as JSON.

const ROWS = 49_999;
const DATES = ["2026-03-14", "14.03.2026", "March 14, 2026", "31.02.2026", new Date("2026-03-14")];

function workbook(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, row) => [
    ...[`EGAD5${String(row).padStart(10, "0")}`, `Person ${row % 300}`, "approved"],
    ...[DATES[row % DATES.length], "14.03.2027", `Asked for by mail, see folder ${row}`],
  ]);
  const sheet = utils.aoa_to_sheet(
    [["Dataset", "PI", "Status", "Approved on", "Expires", "Notes"], ...rows],
    {
      ...{ UTC: true, dense: true },
    },
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Access");
  return new Uint8Array(write(book, { type: "buffer", compression: true }));
}

async function join(url: string): Promise<Member> {
  const [teamId, userId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into "Team" (id, slug, name) values ($1, 'bench', 'Bench')`, [teamId]);
  await client.query(
    `insert into "Person" (id, "teamId", name, "startsOn") values ($1, $2, 'Lead', '2020-01-01')`,
    [...[personId, teamId]],
  );
  await client.query(`insert into "User" (id, email) values ($1, 'lead@example.org')`, [userId]);
  await client.end();
  return { kind: "user", userId, teamId, role: "lead", personId, name: "Lead", now: new Date() };
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1e3);

// Another process writes the file, so that its memory does not count here.
if (process.argv[2] !== undefined) {
  writeFileSync(process.argv[2], workbook());
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), "gatebook-bench-"));
const file = path.join(folder, "list.xlsx");
execFileSync(process.execPath, [...process.execArgv, import.meta.filename, file]);

const postgres = await temporaryPostgres();
try {
  await migrate(postgres.ownerUrl, postgres.appUrl);
  const client = connect(postgres.appUrl);
  setDb(client);
  const lead = await join(postgres.superuserUrl);
  const bytes = readFileSync(file);
  const begun = megabytes();
  const started = performance.now();
  const [look] = await lookAtSheets(lead, bytes);
  const read = performance.now();
  if (!look) throw new Error("no sheet");
  await previewSheet(
    lead,
    { commandId: randomUUID(), seenOn: day("2026-11-20"), sheet: 0, mapping: look.proposal },
    bytes,
  );
  await client.$disconnect();
  const seconds = (performance.now() - started) / 1e3;
  console.log(`${begun} MB before; looking at the file ${((read - started) / 1e3).toFixed(1)} s`);
  console.log(
    JSON.stringify({ rows: ROWS, seconds: Number(seconds.toFixed(1)), rssMB: megabytes() }),
  );
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
