import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryPostgres } from "@/lib/launch/temporary-postgres";
import { migrationList, withSchemaEngine } from "@/prisma/schema-engine";

// A development command: writes the next migration from what the schema says beyond the last one.
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:diff -- name_of_the_change   (a-z, 0-9 and _)");
  process.exit(1);
}

const folder = path.join(import.meta.dirname, "schema");
const files = globSync("*.prisma", { cwd: folder })
  .map((file) => path.join(folder, file))
  .map((file) => ({ path: file, content: readFileSync(file, "utf8") }));

const postgres = await temporaryPostgres();
try {
  const { stdout: sql } = await withSchemaEngine(postgres.superuserUrl, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationList() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  if (!sql || sql.includes("This is an empty migration")) {
    console.log("The migrations already say what the schema says.");
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const migration = path.join(import.meta.dirname, "migrations", `${stamp}_${name}`);
    mkdirSync(migration, { recursive: true });
    writeFileSync(path.join(migration, "migration.sql"), sql);
    writeFileSync(path.join(migration, "../migration_lock.toml"), 'provider = "postgresql"\n');
    console.log(path.relative(process.cwd(), path.join(migration, "migration.sql")));
  }
} finally {
  await postgres.stop();
}
